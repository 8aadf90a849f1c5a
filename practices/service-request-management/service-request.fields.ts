import { z } from 'zod';
import {
  boolean,
  choice,
  date,
  instant,
  integer,
  internal,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import type { Answers } from './form.ts';

export const closureCodes = ['confirmed_by_requester', 'confirmed_through_desk', 'no_answer'] as const;

const answer = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
  z.null(),
]);
/** By the question's key; whether they are good answers the form of the model says. */
const answers: z.ZodType<Answers> = z.record(z.string().max(60), answer);

export const fields = {
  modelId: reference('request-model'),
  formVersion: readOnly(integer(1)),
  answers: starting<Answers>({}, structure(answers)),
  beneficiaryId: reference('person'),
  targetMinutes: readOnly(integer()),
  targetFrom: readOnly(starting('submitted', choice('submitted', 'approved'))),
  calendarId: readOnly(reference('calendar')),
  costCents: readOnly(integer()),
  currency: readOnly(text(3)),
  /** Its risk has to be assessed first: it can only become a change. */
  needsChange: readOnly(starting(false, boolean())),
  accessUntil: readOnly(date()),
  submittedAt: readOnly(instant()),
  approvedAt: readOnly(instant()),
  rejectedAt: readOnly(instant()),
  fulfilledAt: readOnly(instant()),
  fulfilledById: readOnly(reference('person')),
  /** When the promise ended: fulfilled, rejected, cancelled or converted. Reports count by it. */
  endedAt: readOnly(instant()),
  closesAt: readOnly(instant()),
  /** Configuration items, assets and licences say what was delivered, or none is concerned. */
  assetUpdate: choice('updated', 'not_affected'),
  closureCode: choice(...closureCodes),
  /** The change that it became. */
  changeRef: text(60),
  /** Since then it is disputed who has to fulfil it; the process owner decides (5.3). */
  disputedAt: internal(readOnly(instant())),
  reopenCount: readOnly(starting(0, integer())),
};
export type ServiceRequest = RecordOf<typeof fields>;

/** Who works on requests by role; besides them every member of the team that a request is with. */
export const desk = ['service-desk-agent', 'service-desk-lead', 'incident-manager'] as const;
export const handlers = [...desk, 'engineer'] as const;
export const overseers = [
  'administrator', 'top-management', 'sms-manager', 'service-owner', 'service-level-manager',
  'business-relationship-manager', 'internal-auditor',
] as const; // prettier-ignore
export const requesters = ['user', 'customer-contact'] as const;

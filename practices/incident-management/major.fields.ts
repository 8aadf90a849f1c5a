import { z } from 'zod';
import {
  boolean,
  choice,
  instant,
  integer,
  longText,
  plain,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { desk, handlers } from './incident.fields.ts';

/** What was measured when a criterion was met. */
export const metSchema = z.array(
  z.strictObject({
    key: z.string(),
    priority: z.int().nullable(),
    criticality: z.string().nullable(),
    affectedUsers: z.int(),
    linkedIncidents: z.int(),
    security: z.boolean(),
  }),
);
export type Met = z.output<typeof metSchema>[number];

export const fields = {
  leadingIncidentId: reference('incident'),
  criteria: readOnly(starting([], structure(metSchema))),
  criteriaVersion: readOnly(integer()),
  /** Why somebody judged it major although no criterion says so, or why it stays major. */
  judgement: readOnly(longText(2000)),
  managerId: reference('person'),
  communicationsId: reference('person'),
  technicalLeadId: reference('person'),
  scribeId: reference('person'),
  /** Where everybody meets: an address or a telephone number. */
  bridge: text(500),
  declaredAt: readOnly(instant()),
  declaredById: readOnly(reference('person')),
  declinedAt: readOnly(instant()),
  declinedById: readOnly(reference('person')),
  declineReason: readOnly(longText(2000)),
  managementDueAt: readOnly(instant()),
  managementInformedAt: readOnly(instant()),
  stabilisedAt: readOnly(instant()),
  restoredAt: instant(),
  reviewDueAt: readOnly(instant()),
  reviewerId: reference('person'),
  reviewAt: instant(),
  reviewedAt: readOnly(instant()),
  reviewedById: readOnly(reference('person')),
  cause: longText(),
  helped: longText(),
  hindered: longText(),
  customerImpact: longText(),
  affectedUsers: integer(),
  lostBusinessCents: integer(),
  lostBusinessCurrency: choice('CNY', 'EUR', 'USD', 'GBP', 'JPY', 'HKD'),
  /** A review without actions is a typical finding: that none is needed is said. */
  noActionsReason: longText(2000),
  sodException: readOnly(starting(false, boolean())),
};
export type MajorIncident = RecordOf<typeof fields>;

export const roleFields = ['managerId', 'communicationsId', 'technicalLeadId', 'scribeId'] as const;

/** Who may declare one, and who writes while it runs. */
export const declarers = [
  'incident-manager',
  'service-desk-lead',
  'service-owner',
  'top-management',
] as const;
export const crew = [...handlers, 'service-owner', 'sms-manager', 'top-management'] as const;
export const leaders = [...desk, 'service-owner', 'sms-manager', 'top-management'] as const;

export const audiences = ['management', 'affected', 'public', 'technical'] as const;
export const ways = ['phone', 'meeting', 'chat', 'email', 'in_person'] as const;
export const entryKinds = ['observation', 'decision', 'action', 'communication'] as const;

const words = plain(4000);
/** In one of the two languages at least. */
export const textsSchema = z
  .strictObject({ en: words.optional(), 'zh-CN': words.optional() })
  .refine((texts) => texts.en !== undefined || texts['zh-CN'] !== undefined, {
    params: { key: 'major_incident.text_required' },
  });
export type Texts = z.output<typeof textsSchema>;

import { z } from 'zod';
import {
  choice,
  date,
  instant,
  longText,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** Values of a class's attributes by key; those that are empty have no key. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;
const value = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

/** 8.2.6: unique id, type, description, relationships and status; and what else is worth knowing of each. */
export const fields = {
  classId: reference('ci-class'),
  description: longText(),
  attributes: starting<Attributes>(
    {},
    structure(z.record(z.string().max(40), value) as unknown as z.ZodType<Attributes>),
  ),
  criticality: choice('critical', 'high', 'medium', 'low'),
  serialNumber: text(120),
  location: text(200),
  supplierId: reference('organisation'),
  warrantyUntil: date(),
  endOfLife: date(),
  lastVerifiedAt: readOnly(instant()),
  lastVerifiedById: readOnly(reference('person')),
  /** The change or release by which it is as it is. */
  changeRef: text(40),
  wentLiveAt: readOnly(instant()),
  loadApprovedById: readOnly(reference('person')),
  /** The last edit of a live item that cited no change: an unauthorised change until somebody shows otherwise. */
  unlinkedEditAt: readOnly(instant()),
  /** Taken in although it had no name, or one that another item of its class has in the same place. */
  nameIssue: choice('unnamed', 'duplicate'),
  /** Recorded twice, and found out: which record is kept. */
  mergedIntoId: readOnly(reference('ci')),
  erasureProof: longText(2000),
  retiredAt: readOnly(instant()),
  disposedAt: readOnly(instant()),
};
export type Ci = RecordOf<typeof fields>;

/** In operation: what an outage would be felt of, and what others may rest on. */
export const liveStates = ['live', 'under_change'] as const;
export const isLive = (state: string) => state === 'live' || state === 'under_change';

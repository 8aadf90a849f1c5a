import { z } from 'zod';
import { choice, instant, integer, readOnly, reference, structure, text } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { relationKindNames } from './relation.kinds.ts';

export const differenceKinds = [
  'new_item',
  'missing_item',
  'attribute',
  'new_relation',
  'missing_relation',
  'unlinked_edit',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
/** A value, or a few named ones: an item as it was found, the fields that an edit changed. */
const seen = z.union([scalar, z.record(z.string().max(80), z.unknown())]);

const relationSchema = z.strictObject({
  /** Of a recorded one. */
  id: z.uuid().optional(),
  kind: z.enum(relationKindNames),
  /** As the source calls them; an item that is not recorded yet has no number. */
  from: z.string().max(300),
  to: z.string().max(300),
  fromTitle: z.string().max(300).optional(),
  toTitle: z.string().max(300).optional(),
});
export type FoundRelation = z.output<typeof relationSchema>;

/** What was found in another system, on the spot or in the trail, and is not what is recorded. */
export const fields = {
  kind: readOnly(choice(...differenceKinds)),
  /** The source system; empty where nobody but the trail tells of it. */
  origin: readOnly(text(60)),
  feedId: readOnly(reference('feed')),
  verificationId: readOnly(reference('verification')),
  ciId: readOnly(reference('ci')),
  /** How the source calls the item. */
  ref: readOnly(text(300)),
  field: readOnly(text(80)),
  recorded: readOnly(structure(seen)),
  found: readOnly(structure(seen)),
  relation: readOnly(structure(relationSchema)),
  subjectKey: readOnly(text(900)),
  firstSeenAt: readOnly(instant()),
  lastSeenAt: readOnly(instant()),
  seenCount: readOnly(integer()),
  /** Of an edit without a change: whose it was. */
  editedById: readOnly(reference('person')),
  /** The change that authorises what is accepted. */
  changeRef: text(40),
  raisedChangeId: readOnly(reference('change')),
  resolvedAt: readOnly(instant()),
  resolvedById: readOnly(reference('person')),
};
export type Difference = RecordOf<typeof fields>;

/** An item as a source tells of it. */
export type FoundItem = {
  readonly title: string;
  readonly classKey: string;
  readonly serialNumber?: string;
  readonly location?: string;
  readonly description?: string;
  readonly criticality?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly unnamed?: true;
};

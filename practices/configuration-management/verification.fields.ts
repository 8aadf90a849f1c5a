import {
  choice,
  date,
  instant,
  integer,
  longText,
  readOnly,
  reference,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

const counter = () => readOnly(starting(0, integer()));

/** 8.2.6: configuration information is verified at intervals, by a sample that can be drawn again. */
export const fields = {
  purpose: longText(2000),
  scope: starting('everything', choice('everything', 'class', 'service', 'subgraph')),
  scopeClassId: reference('ci-class'),
  scopeRootId: reference('ci', 'service'),
  scopeDepth: integer(1, 10),
  sampleSize: starting(30, integer(1, 2000)),
  /** Whoever draws with it from the same items draws the same ones. */
  seed: text(80),
  population: readOnly(integer()),
  verifierId: reference('person'),
  dueOn: date(),
  intervalMonths: integer(1, 60),
  nextDueOn: readOnly(date()),
  startedAt: readOnly(instant()),
  checkedAt: readOnly(instant()),
  items: counter(),
  itemsChecked: counter(),
  itemsRight: counter(),
  itemsAbsent: counter(),
  attributesChecked: counter(),
  attributesRight: counter(),
  /** In reality and not in the record: what completeness is measured by. */
  unrecorded: counter(),
  conclusion: longText(4000),
};
export type Verification = RecordOf<typeof fields>;

export const planning = [
  'title', 'ownerId', 'purpose', 'scope', 'scopeClassId', 'scopeRootId', 'scopeDepth', 'sampleSize', 'seed', 'verifierId', 'dueOn', 'intervalMonths',
] as const; // prettier-ignore

export const lineResults = ['right', 'wrong', 'missing'] as const;
export type LineResult = (typeof lineResults)[number];

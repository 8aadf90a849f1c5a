import {
  choice,
  date,
  instant,
  integer,
  longText,
  readOnly,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { kinds } from './asset.fields.ts';

const counter = () => readOnly(starting(0, integer()));

export const fields = {
  /** A place and everything in it: "Building A" takes "Building A / 3rd floor" as well. */
  scopeLocation: text(200),
  scopeCostCentre: text(60),
  scopeKind: starting('hardware', choice(...kinds, 'all')),
  dueOn: date(),
  instructions: longText(4000),
  startedAt: readOnly(instant()),
  countedAt: readOnly(instant()),
  expectedCount: counter(),
  foundCount: counter(),
  elsewhereCount: counter(),
  missingCount: counter(),
  unexpectedCount: counter(),
  openDifferences: counter(),
  conclusion: longText(4000),
}; // prettier-ignore
export type StockTake = RecordOf<typeof fields>;

export const scope = ['title', 'scopeLocation', 'scopeCostCentre', 'scopeKind', 'orgUnitId', 'ownerId', 'dueOn', 'instructions'] as const; // prettier-ignore

import { z } from 'zod';
import {
  boolean,
  choice,
  instant,
  integer,
  plain,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { identityKeys } from './feed.targets.ts';

export type IdentityKey = (typeof identityKeys)[number];

/** Column or JSON key → `ref`, `title`, `classId`, …, `attributes.<key>`, `from`, `kind`, `to`, or nothing. */
export const mappingOfColumns = z.record(z.string().max(120), plain(60));
const matchBy = z
  .array(z.enum(identityKeys))
  .min(1)
  .max(3)
  .refine((keys) => new Set(keys).size === keys.length, { params: { key: 'feed.key_twice' } });

/** Where another system says what there is. */
export const fields = {
  /** How records say where they came from; items and relations of this source are those it speaks of. */
  origin: text(60),
  transport: starting('upload', choice('upload', 'http')),
  url: text(2000),
  relationsUrl: text(2000),
  headerName: text(100),
  hasSecret: readOnly(starting(false, boolean())),
  everyHours: integer(1, 8760),
  mapping: starting<Readonly<Record<string, string>>>({}, structure(mappingOfColumns)),
  matchBy: starting<readonly IdentityKey[]>(['ref', 'serial', 'name'], structure(matchBy)),
  scopeClassId: reference('ci-class'),
  /** Of what comes without a class. */
  defaultClassId: reference('ci-class'),
  shrinkPercent: starting(20, integer(1, 90)),
  lastRunAt: readOnly(instant()),
  lastResult: readOnly(choice('done', 'refused', 'failed')),
  nextRunAt: readOnly(instant()),
};
export type Feed = RecordOf<typeof fields>;

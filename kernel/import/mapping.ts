import { z } from 'zod';
import { plain, timeZone } from '../record/field.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What becomes of a file's columns. The wizard and `--mapping` write it, a dry run tells what it would do. */
export const mappingSchema = z.strictObject({
  /** Replays whole life cycles (`servicenow-incident-log`); null: each row is one record. */
  importer: z.string().nullable().default(null),
  /** The other system's name; with the identity it makes an import repeatable. */
  source: plain(60).default('import'),
  /** The column that holds a record's number there. Without one every import makes new records. */
  identity: z.string().nullable().default(null),
  /** In which the file's times are written, where they do not say. */
  zone: timeZone().schema.default('UTC'),
  /** Which of day, month and year comes first; `auto` as the file's own dates show. */
  dates: z.enum(['auto', 'ymd', 'dmy', 'mdy']).default('auto'),
  /** Texts that mean "no value". */
  empty: z.array(z.string().max(40)).max(20).default(['', '?', 'NULL', 'N/A']),
  columns: z
    .record(
      z.string(),
      z.strictObject({
        field: z.string(),
        /** What a text in the file means: "1 - Critical" → 1. */
        values: z.record(z.string(), value).optional(),
        /** Make the person, team, organisation or category that is not here yet. */
        create: z.boolean().optional(),
      }),
    )
    .default({}),
  /** The same for every row. */
  constants: z.record(z.string(), value).default({}),
  /** A name that nobody here has: reject the row, or leave the field empty and say so. */
  unknown: z.enum(['reject', 'warn']).default('reject'),
});
export type Mapping = z.output<typeof mappingSchema>;

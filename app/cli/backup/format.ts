import { z } from 'zod';

/** What stands first in a backup: of which version it is, and what is in it in which order. */
export const aboutSchema = z.object({
  format: z.literal(1),
  version: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), sha256: z.string() })).min(1),
  /** In an order in which no row points to one that is not there yet. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});
export type About = z.output<typeof aboutSchema>;

/** What stands last: a backup without it was broken off. */
export const totalsSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() })),
  sequences: z.record(z.string(), z.object({ last: z.string(), called: z.boolean() })),
  /** The chain's last batch and hash, so that a restore can show that it is the same chain. */
  head: z.object({ batch: z.string(), hash: z.string() }).nullable(),
});
export type Totals = z.output<typeof totalsSchema>;

export const names = {
  about: 'servanda-backup.json',
  secret: 'secret',
  totals: 'totals.json',
  chunk: (table: string, n: number) => `tables/${table}/${String(n).padStart(6, '0')}`,
} as const;

/** The table whose chunk this is. */
export const tableOfChunk = (name: string): string | undefined =>
  /^tables\/([a-z0-9_]+)\/\d+$/.exec(name)?.[1];

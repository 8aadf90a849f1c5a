import { z } from 'zod';

/** Pages of rows that are read newest first by their ids, which begin with the time they were made. */
export const newestFirst = (most: number) => ({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(most).optional(),
});

/** Older than every row: where the first page begins. */
export const newest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The next page begins before the last row of a full one. */
export const nextCursor = (rows: readonly { readonly id: string }[], limit: number): string | null =>
  rows.length === limit ? (rows.at(-1)?.id ?? null) : null;

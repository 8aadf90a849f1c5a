import type { BaseRecord } from './base.ts';

/** Which record, by the number people know or the id that rows point to. */
export type Named = { readonly type: string } & ({ readonly number: string } | { readonly id: string });

/** What became of it; `pending` when a second person must confirm first (S6). */
export type Acted = { readonly record: BaseRecord; readonly pending?: string };

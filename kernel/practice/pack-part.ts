import type { Buffer } from 'node:buffer';
import type { Actor } from '../access/actor.ts';

/** A file of an evidence pack, by its path there. */
export type PackedFile = {
  readonly path: string;
  readonly content: AsyncIterable<string | Buffer> | Iterable<string | Buffer>;
};

export type Packing = {
  /** Whose eyes it is made with. */
  readonly actor: Actor;
  /** Clauses and requirements that the pack is about; null: everything. */
  readonly clauses: readonly string[] | null;
  /** With what is marked secret; otherwise it is left out, also for those who may see it here. */
  readonly withSecret: boolean;
};

import type { Buffer } from 'node:buffer';
import type { Params } from '../http/problem.ts';
import type { Book } from './book.ts';
import type { Read } from './lost.ts';
import type { Paper } from './paper.ts';

export type Format = 'docx' | 'pdf';

/** What is asked of the press. */
export type Task =
  | { readonly kind: 'print'; readonly paper: Paper; readonly formats: readonly Format[] }
  | { readonly kind: 'book'; readonly book: Book }
  | { readonly kind: 'read'; readonly file: Buffer };

export type Prints = Readonly<Partial<Record<Format, Buffer>>> & { readonly pageCount: number };

export type Reply = { readonly id: number } & (
  | { readonly prints: Prints }
  | { readonly read: Read }
  | {
      readonly refused: { readonly status: number; readonly code: string; readonly params: Params };
    }
  | { readonly failed: string }
);

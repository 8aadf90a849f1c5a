import type { Buffer } from 'node:buffer';
import type { Language } from '../i18n/words.ts';

/** A table on the first pages: who approved, what changed from version to version. */
export type FrontTable = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Something to be read on paper: A4 with a cover, contents, numbered headings and page numbers. */
export type Paper = {
  readonly language: Language;
  readonly title: string;
  /** Above the title: who publishes it. */
  readonly publisher: string;
  /** Under the title, larger than the facts: a code, a version. */
  readonly subtitle: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly FrontTable[];
  /** What stands above the table of contents. */
  readonly contents: string;
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: string;
  /** Markdown; its highest headings become chapters. */
  readonly body: string;
  /** The pictures that the body refers to, by the ids of its marks; one that is missing is told by its name. */
  readonly pictures?: Readonly<Record<string, Buffer>>;
  /** The instant that the files say they were made at: the same paper is the same bytes at any time. */
  readonly at: number;
};

/** Points. Word and PDF are set alike, so that pages and page numbers agree as far as the fonts of a reader allow. */
export const sheet = {
  width: 595.3,
  height: 841.9,
  left: 62,
  right: 62,
  top: 74,
  bottom: 66,
  body: 10.5,
  line: 17,
  after: 5,
  cell: 9.5,
  cellLine: 13.5,
  headings: [
    { size: 16, line: 24, before: 18, after: 8 },
    { size: 13, line: 20, before: 12, after: 6 },
    { size: 11.5, line: 18, before: 9, after: 4 },
    { size: 10.5, line: 17, before: 7, after: 3 },
  ],
} as const;

/** The largest place that a picture has. */
export const pictureSpace = {
  width: sheet.width - sheet.left - sheet.right,
  height: (sheet.height - sheet.top - sheet.bottom) * 0.7,
};

export const ink = { accent: '1F4E79', grey: '5B6670', line: 'B8C2CC', shade: 'EEF2F6' } as const;

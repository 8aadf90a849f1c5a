import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typstOfBook, type Book } from './book.ts';
import type { Paper } from './paper.ts';
import { pictureOf } from './picture.ts';
import { pictureFile, typstOf } from './typst.ts';

/** Papers per clearing of the compiler's memory of what it has set before. */
const between = 6;
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json')); // prettier-ignore
const workspace = join(fonts, '400Regular');
let compiler: NodeCompiler | undefined;
let set = 0;

/** Chinese and Latin in one family; its two weights are files of 10 MB each, embedded in part. */
async function open(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontPaths = [workspace, join(fonts, '700Bold')];
  // A workspace that holds nothing: a paper reads no files but the pictures that are given with it.
  return Compiler.create({ workspace, fontArgs: [{ fontPaths }] });
} // prettier-ignore

export type Printed = {
  readonly pdf: Buffer;
  readonly pageCount: number;
  /** The page of each heading, in order. */
  readonly pages: readonly number[];
};

/** The paper as a PDF, fonts embedded, the same bytes for the same paper. */
export async function pdfOf(paper: Paper): Promise<Printed> {
  compiler ??= await open();
  for (const [id, bytes] of Object.entries(paper.pictures ?? {})) {
    const found = pictureOf(bytes);
    if (found) compiler.mapShadow(join(workspace, pictureFile(id, found.kind)), bytes);
  }
  try {
    return printed(compiler, typstOf(paper), paper);
  } catch (error) {
    // It began like a picture and is none: the paper is set all the same, with its name in its place.
    if (error instanceof NotSet && Object.keys(paper.pictures ?? {}).length > 0) return pdfOf({ ...paper, pictures: {} });
    throw error;
  }
} // prettier-ignore

/** Books per compiler: it keeps five megabytes of every one that it has set. */
const booksPerCompiler = 8;
let bound = 0;

/** Many entries after one another as a PDF. */
export async function bookPdf(book: Book): Promise<Printed> {
  compiler ??= await open();
  // The tags of a book of records are eight times what is in it; the same records are there as pages and tables besides.
  const made = printed(compiler, typstOfBook(book), book, false);
  // A book is as much as many papers, and no other one begins like it.
  compiler.evictCache(0);
  bound += 1;
  if (bound % booksPerCompiler === 0) compiler = undefined;
  // What was set is freed when its handle is collected, which knows nothing of the sixty megabytes behind it.
  globalThis.gc?.();
  await new Promise(setImmediate);
  return made;
}

class NotSet extends Error {}

function printed(by: NodeCompiler, mainFileContent: string, { title, at }: Pick<Paper, 'title' | 'at'>, pdfTags = true): Printed {
  const compiled = by.compile({ mainFileContent });
  by.resetShadow();
  const { result } = compiled;
  if (!result) {
    const faults = JSON.stringify(compiled.takeError()?.shortDiagnostics ?? []);
    throw new NotSet(`the paper “${title}” cannot be set: ${faults.slice(0, 500)}`);
  }
  const pdf = by.pdf(result, { creationTimestamp: Math.floor(at / 1000), pdfTags });
  const found = by.query(result, { selector: '<pages>' }) as readonly { value?: readonly number[] }[];
  const one = { pdf, pageCount: result.numOfPages, pages: found[0]?.value ?? [] };
  set += 1;
  if (set % between === 0) by.evictCache(1);
  return one;
} // prettier-ignore

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
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
  const compiled = compiler.compile({ mainFileContent: typstOf(paper) });
  compiler.resetShadow();
  const { result } = compiled;
  // It began like a picture and is none: the paper is set all the same, with its name in its place.
  if (!result && Object.keys(paper.pictures ?? {}).length > 0) return pdfOf({ ...paper, pictures: {} });
  if (!result) {
    const faults = JSON.stringify(compiled.takeError()?.shortDiagnostics ?? []);
    throw new Error(`the paper “${paper.title}” cannot be set: ${faults.slice(0, 500)}`);
  }
  const pdf = compiler.pdf(result, { creationTimestamp: Math.floor(paper.at / 1000) });
  const found = compiler.query(result, { selector: '<pages>' }) as readonly { value?: readonly number[] }[];
  const printed = { pdf, pageCount: result.numOfPages, pages: found[0]?.value ?? [] };
  set += 1;
  if (set % between === 0) compiler.evictCache(1);
  return printed;
}

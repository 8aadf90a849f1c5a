import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from './paper.ts';
import { typstOf } from './typst.ts';

/** Papers per clearing of the compiler's memory of what it has set before. */
const between = 6;
let compiler: NodeCompiler | undefined;
let set = 0;

/** Chinese and Latin in one family; its two weights are files of 10 MB each, embedded in part. */
async function open(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const fontPaths = [join(fonts, '400Regular'), join(fonts, '700Bold')];
  // A workspace that holds nothing: a paper reads no files.
  return Compiler.create({ workspace: join(fonts, '400Regular'), fontArgs: [{ fontPaths }] });
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
  const compiled = compiler.compile({ mainFileContent: typstOf(paper) });
  const { result } = compiled;
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

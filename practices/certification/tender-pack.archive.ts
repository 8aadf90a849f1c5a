import { Buffer } from 'node:buffer';
import { harmless } from '../../kernel/record/export.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Language } from '../../platform/i18n/words.ts';
import { print } from '../../platform/paper/press.ts';
import { Zip } from '../../platform/zip/zip.ts';
import type { Contents, TenderPack } from './tender-pack.fields.ts';
import { amountIn, publicLink, tenderPaper } from './tender-pack.paper.ts';

const languages: readonly Language[] = ['en', 'zh-CN'];

type Given = {
  readonly pack: TenderPack;
  readonly contents: Contents;
  readonly publisher: string;
  readonly address: string;
};

/** What stands on the archive and on its files: the pack and its day. */
export const datedName = ({ number }: TenderPack, { at }: Contents) => `${number}_${at.slice(0, 10)}`;

/** Everything that goes to the buyer: the papers in both languages, the certificates themselves, and the figures as data. */
export async function tenderArchive(house: House, given: Given, words: WordsFor): Promise<AsyncIterable<Buffer>> {
  const papers: { readonly language: Language; readonly pdf: Uint8Array }[] = [];
  // Before the first byte: a paper that fails is told as a fault, and not as an archive that breaks off.
  for (const language of languages) {
    const { pdf } = await print(tenderPaper({ ...given, language }, words), ['pdf']);
    papers.push({ language, pdf: pdf ?? Buffer.alloc(0) });
  }
  return packed(house, given, words, papers);
} // prettier-ignore

async function* packed(
  house: House,
  given: Given,
  words: WordsFor,
  papers: readonly { readonly language: Language; readonly pdf: Uint8Array }[],
): AsyncIterable<Buffer> {
  const zip = new Zip();
  const name = datedName(given.pack, given.contents);
  for (const { language, pdf } of papers) yield* zip.entry(`${name}/${name}.${language}.pdf`, [Buffer.from(pdf)]);
  for (const one of given.contents.certificates)
    for (const file of await filesOf(house, one.id)) yield* zip.entry(`${name}/${one.number}/${file.name}`, [file.content]);
  yield* zip.entry(`${name}/figures.csv`, [figuresFile(given, words)]);
  const told = { ...given.contents, certificates: given.contents.certificates.map(({ publicToken, id: _id, ...one }) => ({
    ...one, checkedAt: publicToken === null ? null : publicLink(given.address, publicToken),
  })) };
  yield* zip.entry(`${name}/contents.json`, [JSON.stringify(told, undefined, 2)]);
  yield zip.end();
} // prettier-ignore

/** Of equal names the later ones bear their place: an archive has each path once. */
async function filesOf(house: House, id: string) {
  const files = await onConnection(house.pool, (tx) =>
    tx.run<{ name: string; content: Buffer }>(
      'tender_files',
      `select a.name, c.content from attachment a join attachment_content c using (sha256)
       where a.record_id = $1 and a.public order by a.at, a.id limit 20`,
      [id],
    ),
  );
  return files.map(({ name, content }, i) => ({
    name: files.findIndex((other) => other.name === name) < i ? `${i + 1}_${name}` : name,
    content,
  }));
}

function figuresFile({ pack, contents }: Given, words: WordsFor): string {
  const cell = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`;
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  const head = languages.flatMap((language) => [
    words('tender_paper.figure', {}, language),
    words('tender_paper.value', {}, language),
    words('tender_paper.formula', {}, language),
  ]);
  const rows = contents.figures.map((one) => [
    one.key,
    ...languages.flatMap((language) => [
      words(one.key.replace('.', '.measure.'), {}, language),
      amountIn(one, language),
      words(one.key.replace('.', '.formula.'), {}, language),
    ]),
    String(one.n),
    one.excluded === undefined ? '' : String(one.excluded),
    `${pack.periodFrom ?? ''}..${pack.periodTo ?? ''}`,
  ]);
  return `\uFEFF${[['key', ...head, 'n', 'excluded', 'period'], ...rows].map(line).join('')}`;
}

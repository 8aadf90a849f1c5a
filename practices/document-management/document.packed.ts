import { Buffer } from 'node:buffer';
import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { PackPart } from '../../kernel/practice/house.ts';
import type { PackedFile, Packing } from '../../kernel/practice/pack-part.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { print } from '../../platform/paper/press.ts';
import { document } from './document.record.ts';
import { languageOf } from './document.frozen.ts';
import { paperOf } from './templates/paper-of.ts';
import { printable } from './templates/printable.ts';

/**
 * 7.5.4: the documents in force of a pack's clauses, each in every language it is kept in: as the PDF that people are given,
 * and as the text of which its hash was made.
 */
export const packedDocuments: PackPart = async function* packed(tx, house, packing) {
  for (const { number } of await chosen(tx, packing))
    for (const side of ['En', 'Zh'] as const) yield* filesOf(tx, house, packing, number, languageOf(side));
};

const chosen = async (tx: Tx, { actor, clauses, withSecret }: Packing) =>
  (
    await sql<{ number: string }>`
      select r.number from record r join document t on t.id = r.id
      where r.type = 'document' and r.state <> 'obsolete' and t.effective_version is not null
        and (${clauses === null} or t.clauses && ${sql.val(clauses ?? [])}::text[])
        and (${withSecret} or t.confidentiality is distinct from 'secret')
        and ${visible(document.access, actor)} order by t.code`.execute(tx.db)
  ).rows;

async function* filesOf(
  tx: Tx,
  house: House,
  { actor }: Packing,
  number: string,
  language: 'en' | 'zh-CN',
): AsyncIterable<PackedFile> {
  const found = await printable(tx, house, actor, number, language, 'effective');
  if (!found) return;
  const name = `documents/${fileName(found.code)}_${fileName(found.version ?? '')}.${language}`;
  yield { path: `${name}.md`, content: [`# ${found.title}\n\n${found.text}\n`] };
  const { pdf } = await print(paperOf(found), ['pdf']);
  if (pdf) yield { path: `${name}.pdf`, content: [Buffer.from(pdf)] };
}

const fileName = (text: string) => text.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);

import { Problem } from '../../../platform/http/problem.ts';
import { fromMarkdown } from '../../../platform/paper/from-markdown.ts';
import type { Lost } from '../../../platform/paper/lost.ts';
import { readWord } from '../../../platform/paper/press.ts';
import type { Tx } from '../../../platform/db/tx.ts';
import { partsOf, proposeCode } from '../document.code.ts';
import { codesLike } from '../version.queries.ts';
import { templates } from './library.ts';

export type FileRead = {
  readonly file: string;
  readonly title: string;
  readonly language: 'en' | 'zh';
  readonly body: string;
  readonly lost: Lost;
  readonly code: string;
  readonly level: number;
  readonly documentClass: string;
  readonly clauses: readonly string[];
  /** The code that the file bears is taken by this document already. */
  readonly taken: string | null;
};

/** What a file is about, by the words of its title: the template that is most like it. */
function likest(title: string, language: 'en' | 'zh') {
  const name = (text: string) => new Set(text.toLowerCase().match(/[a-z]{3,}|[\u4E00-\u9FFF]{2}/g) ?? []);
  const pieces = (text: string) =>
    language === 'zh' ? new Set(Array.from(text, (_, i) => text.slice(i, i + 2)).filter((two) => /^[\u4E00-\u9FFF]{2}$/.test(two))) : name(text);
  const own = pieces(title);
  // Words that every title has tell nothing.
  for (const word of ['管理', '程序', '理程', '文件', 'management', 'procedure', 'process']) own.delete(word);
  const scored = templates()
    .map((template) => {
      const theirs = pieces(language === 'zh' ? template.titleZh : template.titleEn);
      return { template, score: [...own].filter((one) => theirs.has(one)).length };
    })
    .toSorted((a, b) => b.score - a.score);
  return (scored[0]?.score ?? 0) > 0 ? scored[0]?.template : undefined;
} // prettier-ignore

const chinese = (text: string) => (text.match(/[\u4E00-\u9FFF]/g)?.length ?? 0) > text.length / 8;

/** Title, code and text of one Word or Markdown file, and what could not be kept of it. Nothing is written yet. */
export async function readFile(tx: Tx, name: string, content: Buffer): Promise<FileRead> {
  const word = /\.docx?$/i.test(name) || content.subarray(0, 2).toString('latin1') === 'PK';
  if (!word && !/\.(?:md|markdown|txt)$/i.test(name)) throw new Problem(422, 'document_paper.file_kind');
  const found = word ? { ...(await readWord(content)), meta: {} as Readonly<Record<string, string>> } : { ...(await fromMarkdown(content)), lost: {} };
  const body = found.body.replaceAll('\0', '');
  if (body.trim() === '') throw new Problem(422, 'document_paper.empty');
  const stem = name.replace(/\.\w+$/, '');
  const coded = /((?:SMS|IMS)-L[1-4]-(?:0\d|10)-[A-Z]{2,4}(?:-[A-Z]{2,4})?(?:-\d{2})?(?:@[A-Z0-9]{2,10})?)/;
  const heading = /^#+ (.+)$/m.exec(body)?.[1];
  const title = (found.title ?? (stem.replace(coded, '').replaceAll(/[_]+/g, ' ').trim() || heading || stem)).slice(0, 200);
  const language = found.meta['language']?.startsWith('zh') || chinese(`${title}${body.slice(0, 2000)}`) ? 'zh' : 'en';
  const like = likest(title, language);
  const given = coded.exec(`${found.meta['code'] ?? ''} ${stem} ${found.title ?? ''} ${body.slice(0, 500)}`)?.[1];
  const parts = given === undefined ? undefined : partsOf(given);
  const level = parts?.level ?? like?.level ?? 3;
  const main = like?.code.split('-')[2] ?? '00';
  const taken = await codesLike(tx, 'SMS-L');
  const code = given ?? proposeCode({ level, clause: main === '00' ? '' : String(Number(main)), abbreviation: like?.code.split('-')[3] ?? 'DOC' }, taken);
  return {
    file: name, title, language, body, lost: found.lost, code, level,
    documentClass: like?.documentClass ?? (level === 3 ? 'instruction' : 'procedure'),
    clauses: parts === undefined || like?.code.split('-')[2] === given?.split('-')[2] ? (like?.clauses ?? []) : [],
    taken: await numberOf(tx, code),
  }; // prettier-ignore
} // prettier-ignore

export async function numberOf(tx: Tx, code: string): Promise<string | null> {
  const [row] = await tx.run<{ number: string }>(
    'document_by_code',
    'select r.number from document d join record r on r.id = d.id where d.code = $1',
    [code],
  );
  return row?.number ?? null;
}

import type { Buffer } from 'node:buffer';
import { Problem } from '../http/problem.ts';
import { count, markdownOf } from './html.ts';
import type { Lost, Read } from './lost.ts';
import { ArchiveFault, unzip } from './unzip.ts';

const mb = 1024 * 1024;
export const wordLimits = { file: 25 * mb, entries: 5000, inflated: 200 * mb, text: 24 * mb } as const;

/** How styles become headings; the file's own table of contents is made anew here. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  ...[1, 2, 3, 4, 5, 6].map((n) => `p[style-name='标题 ${n}'] => h${n}:fresh`),
  ...[1, 2, 3, 4, 5].flatMap((n) => [`p[style-name='toc ${n}'] => !`, `p[style-name='TOC ${n}'] => !`]),
  "p[style-name='TOC Heading'] => !",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Code'] => pre:separator('\n')",
  "r[style-name='Strong'] => strong",
  'comment-reference => !',
];

/**
 * A Word file (.docx) as Markdown: headings, lists, tables, bold, italics, links. Throws a Problem that names what is
 * wrong with the file: not Word, the old format, protected by a password, damaged, too large.
 */
export async function fromWord(file: Buffer): Promise<Read> {
  checkWord(file);
  const { default: mammoth } = await import('mammoth');
  const lost: Lost = {};
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: file },
      {
        styleMap: styles,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    for (const message of messages) if (/style/i.test(message.message)) count(lost, 'styles');
    const title = /<h1 class="title">(.*?)<\/h1>/.exec(value)?.[1];
    const noted = value.match(/<li id="(?:foot|end)note-/g)?.length ?? 0;
    if (noted > 0) lost.footnotes = noted;
    const body = markdownOf(value.replace(/<h1 class="title">.*?<\/h1>/, ''), lost);
    return { title: title === undefined ? undefined : plainTitle(title), body, lost };
  } catch (error) {
    throw new Problem(422, 'paper.broken_word', { detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
} // prettier-ignore

const plainTitle = (html: string) => markdownOf(html, {}).replaceAll(/[*\\]/g, '').trim();

/** What the bytes are, before anything reads them. */
function checkWord(file: Buffer): void {
  if (file.length > wordLimits.file)
    throw new Problem(413, 'paper.too_large', { megabytes: wordLimits.file / mb });
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    const locked = file.includes(Buffer16('EncryptedPackage'));
    throw new Problem(422, locked ? 'paper.encrypted' : 'paper.old_word');
  }
  if (file.subarray(0, 2).toString('latin1') !== 'PK') throw new Problem(422, 'paper.not_word');
  try {
    const parts = unzip(file, wordLimits, (name) => name.endsWith('.xml') || name.endsWith('.rels'));
    const text = parts.get('word/document.xml');
    if (!text) throw new Problem(422, 'paper.not_word');
    const total = [...parts.values()].reduce((sum, part) => sum + (part?.length ?? 0), 0);
    if (total > wordLimits.text) throw new ArchiveFault('too_far');
    // Entities that stand for entities; no Word writes them.
    for (const part of parts.values()) if (part?.includes('<!DOCTYPE')) throw new Problem(422, 'paper.unsafe');
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    const code = { broken: 'paper.broken_archive', encrypted: 'paper.encrypted', too_far: 'paper.inflates_too_far' } as const;
    throw new Problem(422, code[error.kind], { megabytes: wordLimits.text / mb });
  }
} // prettier-ignore

/** A name as the old file format holds it. */
const Buffer16 = (text: string) => globalThis.Buffer.from(text, 'utf16le');

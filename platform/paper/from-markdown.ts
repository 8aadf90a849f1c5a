import type { Buffer } from 'node:buffer';
import { Problem } from '../http/problem.ts';

const mb = 1024 * 1024;
export const markdownLimit = 5 * mb;

export type MarkdownFile = {
  /** What stands between the two lines of dashes at the top. */
  readonly meta: Readonly<Record<string, string>>;
  readonly title: string | undefined;
  readonly body: string;
};

/** A Markdown file: its front matter, its title and its text. Throws a Problem that names what is wrong with it. */
export async function fromMarkdown(file: Buffer): Promise<MarkdownFile> {
  if (file.length > markdownLimit) throw new Problem(413, 'paper.too_large', { megabytes: markdownLimit / mb });
  const text = decoded(file).replaceAll(/\r\n?/g, '\n');
  if (text.includes('\0')) throw new Problem(422, 'paper.not_text');
  const [whole, matter] = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text) ?? [];
  const meta = matter === undefined ? {} : await metaOf(matter);
  const rest = whole === undefined ? text : text.slice(whole.length);
  const [line, title] = /^\s*# +(.+?) *#*\n/.exec(`${rest}\n`) ?? [];
  // A single highest heading at the top is the title and not the first chapter.
  const isTitle = line !== undefined && rest.match(/^# /gm)?.length === 1;
  return {
    meta,
    title: meta['title'] ?? (isTitle ? title : undefined),
    body: (isTitle ? rest.slice(line.length) : rest).trim(),
  };
} // prettier-ignore

async function metaOf(matter: string): Promise<Record<string, string>> {
  const { parse } = await import('yaml');
  let found: unknown;
  try {
    found = parse(matter, { maxAliasCount: 0 });
  } catch (error) {
    throw new Problem(422, 'paper.front_matter', {
      detail: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '',
    });
  }
  if (found === null) return {};
  if (typeof found !== 'object' || Array.isArray(found))
    throw new Problem(422, 'paper.front_matter', { detail: 'name: value' });
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[key.toLowerCase(), String(value)]]
        : [],
    ),
  );
}

/** UTF-8, or what Chinese Windows writes. */
function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(file);
    } catch {
      throw new Problem(422, 'paper.not_text');
    }
  }
}

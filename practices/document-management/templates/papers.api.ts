import { sendPaper } from '../../../platform/paper/serve.ts';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.ts';
import { actorOf } from '../../../kernel/practice/caller.ts';
import type { House } from '../../../kernel/practice/house.ts';
import type { RouteSet } from '../../../kernel/practice/route.ts';
import { parse } from '../../../kernel/record/input.ts';
import { isStaff } from '../../../kernel/record/universal.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { forbidden, Problem } from '../../../platform/http/problem.ts';
import { param, query, route } from '../../../platform/http/route.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import { print } from '../../../platform/paper/press.ts';
import type { Format, Prints } from '../../../platform/paper/task.ts';
import { Zip } from '../../../platform/zip/zip.ts';
import { todayOf } from '../document.days.ts';
import { treeFor, type Branch } from '../tree.queries.ts';
import { indexPage, type Indexed } from './papers.index.ts';
import { paperOf, saying, type Printable } from './paper-of.ts';
import { choices, printable, type Choice } from './printable.ts';

const one = z.strictObject({
  format: z.enum(['pdf', 'docx']).default('pdf'),
  language: z.enum(['en', 'zh-CN']).optional(),
  which: z.enum(choices).default('newest'),
});
/** `pdf,docx` */
const listed = (text: string) => text.split(',');
const all = z.strictObject({
  formats: z
    .string()
    .default('pdf,docx')
    .transform(listed)
    .pipe(z.array(z.enum(['pdf', 'docx'])).min(1)),
  languages: z
    .string()
    .default('en,zh-CN')
    .transform(listed)
    .pipe(z.array(z.enum(['en', 'zh-CN'])).min(1)),
  which: z.enum(choices).default('newest'),
  level: z.coerce.number().int().min(1).max(4).optional(),
  clause: z.string().max(12).optional(),
  state: z.string().max(40).optional(),
  codes: z.string().max(4000).optional(),
});

/** Documents as Word and PDF: one of them, or all that somebody may see in one archive. */
export const paperRoutes: RouteSet = (app, house) => {
  route(app, {
    tag: 'documents', method: 'GET', path: '/api/v1/documents/{number}/paper', id: 'document_paper', query: one,
    summary: 'One document as PDF or Word, with cover, approvals and contents', responseType: 'application/pdf',
  }, async (request, reply) => {
    const actor = await actorOf(house, request, 'documents', 'read');
    const { format, which, language = actor.language } = parse(one, query(request), actor.language);
    const number = param(request, 'number');
    const found = await onConnection(house.pool, (tx) => printable(tx, house, actor, number, language, which));
    if (!found) throw new Problem(404, 'document_paper.no_text');
    return sendPaper(reply, paperOf(found), format, disposition(fileName(found, format)));
  }); // prettier-ignore

  route(app, {
    tag: 'documents', method: 'GET', path: '/api/v1/documents/papers', id: 'document_papers', query: all,
    summary: 'All documents of a choice as Word and PDF, in one ZIP archive', responseType: 'application/zip',
  }, async (request, reply) => {
    const actor = await actorOf(house, request, 'documents', 'read');
    if (!isStaff(actor)) throw forbidden('problem.not_your_role', { roles: '@role.document-controller' });
    const asked = parse(all, query(request), actor.language);
    const branches = await onConnection(house.pool, (tx) => treeFor(tx, actor, asked.state === 'obsolete', todayOf(house)));
    const chosen = branches.filter(meets(asked));
    if (chosen.length === 0) throw new Problem(404, 'document_paper.nothing');
    reply
      .header('content-type', 'application/zip')
      .header('content-disposition', disposition(`documents-${todayOf(house)}.zip`))
      .header('cache-control', 'no-store');
    return reply.send(Readable.from(archive(house, actor, chosen, asked), { objectMode: false }));
  }); // prettier-ignore
};

type Asked = {
  readonly formats: readonly Format[];
  readonly languages: readonly Language[];
  readonly which: Choice;
};

const meets =
  ({ level, clause, state, codes }: { level?: number | undefined; clause?: string | undefined; state?: string | undefined; codes?: string | undefined }) =>
  (branch: Branch) =>
    (level === undefined || branch.level === level) &&
    (state === undefined || state.split(',').includes(branch.state)) &&
    (codes === undefined || codes.split(',').includes(branch.code)) &&
    (clause === undefined || (branch.clauses ?? []).some((own) => own === clause || own.startsWith(`${clause}.`))); // prettier-ignore

/** Of the next papers, so many are being set while one is packed. */
const ahead = 3;

/** Set one after the other while they are sent: nothing but the papers in work is in memory. */
export async function* archive(
  house: House,
  actor: Actor,
  chosen: readonly Pick<Branch, 'number'>[],
  { formats, languages, which }: Asked,
): AsyncIterable<Buffer> {
  const zip = new Zip();
  const t = (key: string) => saying(actor.language)(`document_paper.index.${key}`);
  const index = [['code', 'title', 'version', 'language', 'clauses', 'file', 'pages', 'hash'].map(t)];
  const listed: Indexed[] = [];
  const tasks = chosen.flatMap(({ number }) => languages.map((language) => ({ number, language })));
  const made = async (task: (typeof tasks)[number]) => {
    const found = await onConnection(house.pool, (tx) =>
      printable(tx, house, actor, task.number, task.language, which),
    ).catch((error: unknown) => {
      // Withdrawn since the list was made.
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    });
    return found && { found, prints: await print(paperOf(found), formats) };
  };
  type Made = { found: Printable; prints: Prints } | undefined;
  const running: Promise<Made>[] = [];
  let next = 0;
  while (next < tasks.length || running.length > 0) {
    while (running.length < ahead && next < tasks.length) {
      const task = tasks[next];
      next += 1;
      if (!task) break;
      const work = made(task);
      // Its failure is met where it is awaited, also when an earlier one fails first.
      work.catch(() => undefined);
      running.push(work);
    }
    const done = await running.shift();
    if (!done) continue;
    for (const format of formats) {
      const bytes = done.prints[format];
      if (!bytes) continue;
      const { found } = done;
      const name = fileName(found, format);
      index.push([
        found.code, found.title, found.version ?? '', found.language, found.clauses.join(' '), name, String(done.prints.pageCount),
        createHash('sha256').update(bytes).digest('hex'),
      ]); // prettier-ignore
      listed.push({
        code: found.code,
        title: found.title,
        version: found.version,
        language: found.language,
        clauses: found.clauses,
        file: name,
      });
      yield* zip.entry(name, [bytes]);
    }
  }
  yield* zip.entry('index.html', [indexPage(listed, actor.language)]);
  yield* zip.entry('index.csv', [`\uFEFF${index.map((row) => row.map(csv).join(',')).join('\r\n')}\r\n`]);
  yield zip.end();
}

/** Excel would take a cell that begins so for a formula. */
const csv = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** `SMS-L2-08-IM 事件管理程序 1.0 zh-CN.pdf` */
const fileName = ({ code, title, version, language }: Printable, format: Format) =>
  `${[code, title, version ?? 'draft', language]
    .join(' ')
    .replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, '-')
    .slice(0, 150)}.${format}`;

const disposition = (name: string) =>
  `attachment; filename="${name.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;

import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../../kernel/practice/caller.ts';
import type { PracticeRoutes } from '../../../kernel/practice/route.ts';
import { begin, create } from '../../../kernel/record/act.ts';
import { parse } from '../../../kernel/record/input.ts';
import { isStaff } from '../../../kernel/record/universal.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { forbidden, invalidField, Problem } from '../../../platform/http/problem.ts';
import { route } from '../../../platform/http/route.ts';
import { wordLimits } from '../../../platform/paper/from-word.ts';
import { numberOf, readFile } from './from-file.ts';
import { saying } from './paper-of.ts';

const most = 20;
const brought = z.strictObject({
  file: z.string().trim().min(1).max(200),
  code: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  language: z.enum(['en', 'zh']),
  level: z.int().min(1).max(4),
  documentClass: z.string().max(60),
  clauses: z.array(z.string().max(20)).max(60).default([]),
  body: z.string().trim().min(1).max(300_000),
});

/** Existing Word and Markdown files as controlled documents: read and shown first, made into drafts when they are right. */
export const bringInRoutes: PracticeRoutes = (app, house, words) => {
  const tag = 'documents';
  const inside = async (request: FastifyRequest) => {
    const actor = await actorOf(house, request, 'documents', 'write');
    if (!isStaff(actor)) throw forbidden('problem.not_your_role', { roles: '@role.document-controller' });
    return actor;
  };

  route(app, {
    tag, method: 'POST', path: '/api/v1/document-files', id: 'read_document_files', bodyType: 'multipart/form-data',
    summary: 'Reads Word and Markdown files: text, title, proposed code, and what cannot be kept; nothing is written',
  }, async (request) => {
    const { language } = await inside(request);
    if (!request.isMultipart()) throw new Problem(415, 'document_paper.multipart');
    const items: unknown[] = [];
    try {
      for await (const part of request.files({ limits: { fileSize: wordLimits.file, files: most, fields: 5 } })) {
        const name = nameOf(part.filename);
        const content = await part.toBuffer().catch(() => undefined);
        // One bad file of many does not spoil the others: each has its own answer.
        items.push(await (content === undefined
          ? Promise.reject(new Problem(413, 'paper.too_large', { megabytes: wordLimits.file / 1024 / 1024 }))
          : onConnection(house.pool, (tx) => readFile(tx, name, content))
        ).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
          return { file: name, refused: words(error.code, error.params, language) };
        }));
      }
    } catch (error) {
      if ((error as { code?: string }).code === 'FST_FILES_LIMIT') throw new Problem(422, 'document_paper.too_many', { most });
      throw error;
    }
    if (items.length === 0) throw invalidField('file', 'problem.required', { field: 'file' });
    return { items };
  }); // prettier-ignore

  route(app, {
    tag, method: 'POST', path: '/api/v1/document-files/drafts', id: 'draft_document_file', body: brought, status: 201,
    summary: 'Makes a draft of a file that was read',
  }, async (request) => {
    const actor = await inside(request);
    const { file, title, language, body, ...given } = parse(brought, request.body, actor.language);
    return begin(house, async (work) => {
      const taken = await numberOf(work, given.code);
      if (taken !== null) throw invalidField('code', 'document_paper.code_taken', { code: given.code, number: taken }, given.code);
      const text = language === 'en' ? { titleEn: title, bodyEn: body } : { titleZh: title, bodyZh: body };
      const made = await create(work, 'document', actor, {
        ...given, ...text, languages: language, authoritative: language,
        changeNote: saying(actor.language)('document_paper.brought', { file }),
      });
      return { number: made.number, code: given.code };
    });
  }); // prettier-ignore
};

/** No path, no control characters: a name that is only shown. */
const nameOf = (name: string) =>
  name.normalize('NFC').split(/[\\/]/).at(-1)?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 200) || 'file'; // prettier-ignore

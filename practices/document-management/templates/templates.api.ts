import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { gapsOf } from '../document.gaps.ts';
import { renderLive } from '../../../kernel/live-block/render.ts';
import { actorOf } from '../../../kernel/practice/caller.ts';
import type { RouteSet } from '../../../kernel/practice/route.ts';
import { parse } from '../../../kernel/record/input.ts';
import { isStaff } from '../../../kernel/record/universal.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { forbidden, Problem } from '../../../platform/http/problem.ts';
import { param, query, route } from '../../../platform/http/route.ts';
import { aboutOf } from '../document.frozen.ts';
import { generateSet, libraryOf } from './generate.ts';
import { templateNamed } from './library.ts';

const shown = z.strictObject({ language: z.enum(['en', 'zh-CN']).optional() });
const wanted = z.strictObject({
  /** A request makes a handful; the page asks again until all are made, and shows how far it is. */
  codes: z.array(z.string().max(60)).min(1).max(20),
  languages: z.enum(['en', 'zh', 'both']).default('both'),
  authoritative: z.enum(['en', 'zh']).default('zh'),
  existing: z.enum(['skip', 'revise']).default('skip'),
});

/** The template library: what there is, what one says of this organisation, and drafts made of it. */
export const templateRoutes: RouteSet = (app, house) => {
  const tag = 'documents';
  const inside = async (request: FastifyRequest, access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'documents', access);
    if (!isStaff(actor)) throw forbidden('problem.not_your_role', { roles: '@role.document-controller' });
    return actor;
  };

  route(app, {
    tag, method: 'GET', path: '/api/v1/document-templates', id: 'document_templates',
    summary: 'The four-level set of documents as templates, and which of them there are already',
  }, async (request) => {
    const actor = await inside(request, 'read');
    return onConnection(house.pool, async (tx) => ({ items: await libraryOf(tx, actor.language) }));
  }); // prettier-ignore

  route(app, {
    tag, method: 'GET', path: '/api/v1/document-templates/{code}', id: 'document_template', query: shown,
    summary: 'A template with its live blocks drawn from the data as they are now',
  }, async (request) => {
    const actor = await inside(request, 'read');
    const { language = actor.language } = parse(shown, query(request), actor.language);
    const code = param(request, 'code');
    const template = templateNamed(code);
    if (!template) throw new Problem(404, 'document_paper.no_template', { code });
    const text = language === 'en' ? template.bodyEn : template.bodyZh;
    const self = { ...template, version: '1.0', owner: null, effectiveOn: null, reviewDueOn: null };
    const rendered = await onConnection(house.pool, (tx) => renderLive(tx, text, { house, language, about: aboutOf(self, language) }));
    return {
      code,
      title: language === 'en' ? template.titleEn : template.titleZh,
      text: rendered.text,
      faults: rendered.faults,
      gaps: gapsOf(text),
    };
  }); // prettier-ignore

  route(app, {
    tag, method: 'POST', path: '/api/v1/document-templates/drafts', id: 'draft_document_templates', body: wanted,
    summary: 'Makes drafts of templates; codes that there are already are skipped or revised',
  }, async (request) => {
    const actor = await inside(request, 'write');
    const { codes, ...options } = parse(wanted, request.body, actor.language);
    return { items: await generateSet(house, actor, codes, options) };
  }); // prettier-ignore
};

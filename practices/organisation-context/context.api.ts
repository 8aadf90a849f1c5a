import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { contextOverview } from './context.overview.ts';
import { presetsFor, presetsOf, type PresetOf } from './presets/presets.ts';
import { sectors } from './presets/preset.ts';
import { differencesOf } from './scope.differences.ts';
import { statementOf } from './scope.statement.ts';
import { scopeStatement } from './scope-statement.record.ts';
import type { ScopeStatement } from './scope-statement.fields.ts';

const asked = z.object({ of: z.enum(presetsOf), sector: z.enum(sectors).optional() });

export const contextRoutes: RouteSet = (app, house) => {
  route(app, {
    method: 'GET', path: '/api/v1/context', id: 'context', tag: 'context',
    summary: 'How far context, parties, scope and obligations are: counts, what is overdue, the climate answer, the scope in force',
  }, async (request) => {
    await staffOf(house, request, 'context', 'read');
    return onConnection(house.pool, (tx) => contextOverview(tx, house));
  });

  route(app, {
    method: 'GET', path: '/api/v1/context/presets', id: 'context_presets', tag: 'context', query: asked,
    summary: 'Examples to begin with, for ?of=issue|party|obligation and a kind of organisation; those taken already are marked',
  }, async (request) => {
    const actor = await staffOf(house, request, 'context', 'read');
    const given = asked.safeParse(query(request));
    if (!given.success) {
      const [fault] = given.error.issues;
      const name = String(fault?.path[0] ?? 'of');
      const options: readonly string[] = name === 'sector' ? sectors : presetsOf;
      throw invalidField(name, 'problem.one_of', { options: options.join(', ') }, query(request)[name]);
    }
    const { of, sector } = given.data;
    const items = presetsFor(of, sector, actor.language);
    return onConnection(house.pool, async (tx) => {
      const taken = await takenOf(tx, of);
      return { items: items.map((item) => ({ ...item, taken: taken.has(item.key) || taken.has(titleOf(item)) })) };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/scope-statements/{number}/differences', id: 'scope_differences', tag: 'scope-statements',
    summary: 'Where this scope and the catalogue, the sites and the customers part, and the sentence that it makes',
  }, async (request) => {
    const actor = await actorOf(house, request, 'scope-statements', 'read');
    return onConnection(house.pool, async (tx) => {
      const number = param(request, 'number');
      const stored = await readRecord(tx, scopeStatement, number);
      if (!stored || !mayView(scopeStatement.access, actor, stored.record)) throw notFound('scope-statement', number);
      const scope = stored.record as ScopeStatement;
      const kept = scope.statementEn !== null && scope.statementZh !== null
        ? { en: scope.statementEn, 'zh-CN': scope.statementZh }
        : await statementOf(tx, scope);
      return { items: await differencesOf(tx, scope), statement: kept };
    });
  });
}; // prettier-ignore

const titleOf = ({ values }: { readonly values: Readonly<Record<string, unknown>> }) =>
  String(values['title']);

/** Keys and titles of what is there: a title that was made one's own is another one. */
async function takenOf(tx: Tx, of: PresetOf): Promise<ReadonlySet<string>> {
  if (of === 'obligation') {
    const rows = await tx.run<{ key: string }>('presets_taken', 'select preset as key from obligation where preset is not null');
    return new Set(rows.map(({ key }) => key));
  }
  const rows = await tx.run<{ title: string }>(
    'preset_titles',
    'select title from record where type = $1 order by id desc limit 5000',
    [of === 'issue' ? 'context-issue' : 'interested-party'],
  );
  return new Set(rows.map(({ title }) => title));
} // prettier-ignore

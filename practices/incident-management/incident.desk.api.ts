import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin, problemOf } from '../../kernel/record/act.ts';
import { inputSchema, parse } from '../../kernel/record/input.ts';
import { told } from '../../kernel/record/outside.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { actionOf, notYourRole } from '../../kernel/process/refusal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { handlers, type Incident } from './incident.fields.ts';
import { mergePreview } from './incident.merge-preview.ts';
import { outcome } from './incident.outcome.ts';
import { quickSchema, recordQuickly } from './incident.quick.ts';
import { stagesOf } from './incident.stages.ts';
import { justSplitOff } from './incident.split.ts';

const outcomeQuery = z.strictObject({
  until: z.iso.datetime({ offset: true }).optional(),
  months: z.coerce.number().int().min(1).max(12).optional(),
  baselineFrom: z.iso.datetime({ offset: true }).optional(),
  baselineTo: z.iso.datetime({ offset: true }).optional(),
});

/** Two made one, and one made two. */
export const mergeRoutes: RouteSet = (app, house) => {
  const about = { tag: 'incidents' } as const;
  const type = typeNamed(house, 'incident');
  const split = actionOf(type, 'split');
  if (!split) throw new Error('incidents cannot be split');

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/merge-preview', id: 'preview_merge_incident',
    summary: 'What merging this one into another would do: what goes where, which promise remains (?into=INC-…)',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'read');
    if (!isStaff(actor)) throw problemOf(notYourRole(type, { by: handlers }));
    const { into } = query(request);
    if (into === undefined || into === '') throw invalidField('into', 'problem.required', { field: 'into' });
    return onConnection(house.pool, (tx) => mergePreview(tx, house, actor, { from: param(request, 'number'), into }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/{number}/split', id: 'split_off_incident', status: 201, body: inputSchema(type, split),
    summary: 'A second incident out of this one: answers the new one',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    return begin(house, async (work) => {
      const { record } = await act(work, { type: 'incident', number: param(request, 'number') }, 'split', actor, request.body ?? {});
      const made = await readRecord(work, type, await justSplitOff(work, record.id));
      if (!made) throw new Error('a split made nothing');
      return told(type, actor, made.record);
    });
  }); // prettier-ignore
};

/** Who has to do what until when, the short form, and what half a year has changed. */
export const deskRoutes: RouteSet = (app, house) => {
  const about = { tag: 'incidents' } as const;
  const type = typeNamed(house, 'incident');
  const onlyStaff = async (request: Parameters<typeof actorOf>[1], access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'incidents', access);
    if (!isStaff(actor)) throw problemOf(notYourRole(type, { by: handlers }));
    return actor;
  };

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/stages', id: 'incident_stages',
    summary: 'Each stage with its owner and its due time, the late ones named, and every hand-over',
  }, async (request) => {
    const actor = await onlyStaff(request, 'read');
    const number = param(request, 'number');
    return onConnection(house.pool, async (tx) => {
      const stored = await readRecord(tx, type, number);
      if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('incident', number);
      return stagesOf(tx, house, stored.record as Incident, stored.clocks);
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/quick', id: 'record_incident_quickly', status: 201, body: quickSchema,
    summary: 'The short form: six fields make a whole incident, solved at once where it says how',
  }, async (request) => {
    const actor = await onlyStaff(request, 'write');
    const quick = parse(quickSchema, request.body, actor.language);
    return told(type, actor, await begin(house, (work) => recordQuickly(work, actor, quick)));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/outcome', id: 'incident_outcome', query: outcomeQuery,
    summary: 'Half a year beside the one before it (or a baseline of one’s own): restoring, satisfaction, collaboration, each with its n',
  }, async (request) => {
    const actor = await onlyStaff(request, 'read');
    const { until, months = 6, baselineFrom, baselineTo } = parse(outcomeQuery, query(request), actor.language);
    if ((baselineFrom === undefined) !== (baselineTo === undefined))
      throw invalidField(baselineFrom === undefined ? 'baselineFrom' : 'baselineTo', 'problem.required', { field: 'baseline' });
    if (baselineFrom !== undefined && baselineTo !== undefined && Date.parse(baselineFrom) >= Date.parse(baselineTo))
      throw invalidField('baselineTo', 'problem.dates_reversed', { from: baselineFrom, to: baselineTo });
    const baseline = baselineFrom === undefined || baselineTo === undefined ? undefined : { from: baselineFrom, to: baselineTo };
    const end = new Date(until ?? house.now()).toISOString();
    return onConnection(house.pool, (tx) => outcome(tx, house, actor, { until: end, months, baseline }));
  }); // prettier-ignore
};

import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { mayView } from '../../kernel/access/access.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { pipelineBody, tell } from './release.pipeline.ts';
import { incidentsAfter, problemsSolvedBy, runsOf } from './release.queries.ts';
import { typeRules, typesSchema } from './release.settings.ts';

const policyWriters = ['release-manager', 'sms-manager', 'administrator'] as const;
const policyBody = z.strictObject({ value: typesSchema });

export const routes: RouteSet = (app, house) => {
  const about = { tag: 'releases' } as const;
  const base = '/api/v1/releases';

  route(app, {
    ...about, method: 'GET', path: `${base}/policy`, id: 'release_policy',
    summary: 'The types of releases with frequency, handling, notice, time of watching and approvers',
  }, async (request) => {
    const actor = await staffOf(house, request, 'releases', 'read');
    return { ...house.reference.settings.get(typeRules), editable: mayWrite(actor) };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', path: `${base}/policy`, id: 'set_release_policy', body: policyBody,
    summary: 'Changes the types of releases; the trail tells who changed what',
  }, async (request) => {
    const actor = await staffOf(house, request, 'releases', 'write');
    if (!mayWrite(actor)) throw notYours(policyWriters);
    const { value } = parse(policyBody, request.body, actor.language);
    await begin(house, (work) => changeSetting(work, actor, typeRules, value));
    return { ...house.reference.settings.get(typeRules), editable: true };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/{number}/results`, id: 'release_results',
    summary: 'Incidents within 7 and 30 days of its deployment with the incidents themselves, problems that it solves, what pipelines told',
  }, async (request) => {
    const actor = await staffOf(house, request, 'releases', 'read');
    return onConnection(house.pool, async (tx) => results(tx, house, actor, param(request, 'number')));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: `${base}/{number}/pipeline`, id: 'tell_release', body: pipelineBody,
    summary: 'A pipeline run tells: built, tested, started, finished. The same event of the same run twice changes nothing',
  }, async (request) => {
    const actor = await staffOf(house, request, 'releases', 'write');
    const number = param(request, 'number');
    const told = await tell(house, actor, number, parse(pipelineBody, request.body, actor.language));
    return onConnection(house.pool, async (tx) => {
      const { state } = await seen(tx, house, actor, number);
      return { number, state, ...told };
    });
  }); // prettier-ignore
};

const mayWrite = (actor: Actor) => policyWriters.some((role) => holds(actor, role));
/** Counted is everything, as the record keeps it; shown is what this reader may see, and how much more there is. */
async function results(tx: Tx, house: House, actor: Actor, number: string) {
  const release = await seen(tx, house, actor, number);
  const rows = await incidentsAfter(tx, release.id, house.now());
  const runs = await runsOf(tx, release.id);
  const visible = <R extends object>(type: string, list: readonly R[]) =>
    list.filter((row) => mayView(typeNamed(house, type).access, actor, row as unknown as BaseRecord));
  const incidents = visible('incident', rows).map(
    ({ id, number: own, title, state, priority, occurredAt, caused, within7 }) => ({
      id,
      number: own,
      title,
      state,
      priority,
      occurredAt,
      caused,
      within7,
    }),
  );
  return {
    counts: {
      within7: rows.filter((row) => row.within7).length,
      within30: rows.length,
      caused: rows.filter((row) => row.caused).length,
      hidden: rows.length - incidents.length,
    },
    incidents,
    problems: visible('problem', await problemsSolvedBy(tx, release.id)).map(
      ({ id, number: own, title, state }) => ({ id, number: own, title, state }),
    ),
    runs,
    refs: await referencesTo(tx, new Set(runs.flatMap(({ byId }) => byId ?? []))),
  };
}

async function seen(tx: Tx, house: House, actor: Actor, number: string) {
  const type = typeNamed(house, 'release');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('release', number);
  return stored.record;
}

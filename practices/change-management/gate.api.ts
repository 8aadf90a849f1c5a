import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House, type Work } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { lockRecord, type Stored } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import type { Change } from './change.fields.ts';
import { stepsOver } from './change.log.ts';
import { reasonsAgainst, runBegins, runEnds, runNamed, runsOf } from './gate.ts';
import { told as inWords } from './gate.words.ts';

const run = {
  /** The pipeline's own name for this run; told again, it changes nothing. */
  runId: z.string().trim().min(1).max(200),
  note: z.string().trim().max(4000).optional(),
};
const started = z.strictObject({
  ...run,
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});
const finished = z.strictObject({
  ...run,
  /** Steps of the implementation plan that this run has done, counted from 1. */
  steps: z.array(z.int().min(1).max(100)).max(100).optional(),
  /** Everything is done: the change is implemented. */
  complete: z.boolean().optional(),
});
const failed = z.strictObject({
  ...run,
  step: z.int().min(1).max(100).optional(),
  /** What becomes of the change; without it a person decides. */
  outcome: z.enum(['backed_out', 'failed']).optional(),
});

/** What a pipeline asks and tells. Its token belongs to a person who may carry the change out. */
export const gateRoutes: RouteSet = (app, house) => {
  const about = { tag: 'changes' } as const;
  const base = '/api/v1/changes/{number}/gate';
  const caller = async (request: Parameters<typeof actorOf>[1], access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'changes', access);
    if (!isStaff(actor)) throw forbidden('problem.not_your_role', { roles: '@role.engineer' });
    return actor;
  };
  const within = <T>(actor: Actor, number: string, work: (work: Work, stored: Stored) => Promise<T>) =>
    begin(house, async (tx) => work(tx, await locked(tx, house, actor, number)));

  route(app, {
    ...about, method: 'GET', path: base, id: 'change_gate',
    summary: 'May this change start now, by whoever asks? Else everything that stands against it',
  }, async (request) => {
    const actor = await caller(request, 'read');
    return within(actor, param(request, 'number'), (work, stored) => answer(work, actor, stored));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: `${base}/started`, id: 'change_gate_started', body: started,
    summary: 'A pipeline has begun: the change starts, or all that stands against it is the refusal',
  }, async (request) => {
    const actor = await caller(request, 'write');
    const given = parse(started, request.body, actor.language);
    return within(actor, param(request, 'number'), async (work, stored) => {
      const change = stored.record as Change;
      const at = house.now();
      if (await runNamed(work, change.id, given.runId)) return told(work, actor, change);
      if (change.state !== 'implementing') await act(work, named(change), 'start', actor);
      await runBegins(work, { changeId: change.id, runId: given.runId, url: given.url ?? null, byId: actor.id, at });
      await log(work, actor, change, { outcome: 'note', note: words('CI/CD ▶', given.runId, given.url, given.note) });
      return told(work, actor, change);
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: `${base}/finished`, id: 'change_gate_finished', body: finished,
    summary: 'A run has succeeded: the steps it did are logged, and the change is implemented where it says so',
  }, async (request) => {
    const actor = await caller(request, 'write');
    const given = parse(finished, request.body, actor.language);
    return within(actor, param(request, 'number'), async (work, stored) => {
      const change = stored.record as Change;
      if (await isTold(work, change, given.runId, 'finished')) return told(work, actor, change);
      const note = words('CI/CD ✓', given.runId, given.note);
      const done = new Set(await stepsOver(work, change.id));
      for (const step of given.steps ?? []) if (!done.has(step)) await log(work, actor, change, { step, outcome: 'done', note });
      if ((given.steps ?? []).length === 0) await log(work, actor, change, { outcome: 'note', note });
      await runEnds(work, { changeId: change.id, runId: given.runId, result: 'finished', at: house.now() });
      if (given.complete === true) await act(work, named(change), 'complete', actor, { resultNote: note });
      return told(work, actor, change);
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: `${base}/failed`, id: 'change_gate_failed', body: failed,
    summary: 'A run has failed: it is logged, and the change is backed out or has failed where the pipeline says so',
  }, async (request) => {
    const actor = await caller(request, 'write');
    const given = parse(failed, request.body, actor.language);
    return within(actor, param(request, 'number'), async (work, stored) => {
      const change = stored.record as Change;
      if (await isTold(work, change, given.runId, 'failed')) return told(work, actor, change);
      const note = words('CI/CD ✗', given.runId, given.note);
      await log(work, actor, change, given.step === undefined ? { outcome: 'note', note } : { step: given.step, outcome: 'failed', note });
      await runEnds(work, { changeId: change.id, runId: given.runId, result: 'failed', at: house.now() });
      const action = given.outcome === 'backed_out' ? 'back_out' : 'fail';
      if (given.outcome !== undefined) await act(work, named(change), action, actor, { reason: note });
      return told(work, actor, change);
    });
  }); // prettier-ignore
};

const named = ({ id }: Pick<Change, 'id'>) => ({ type: 'change', id });
const words = (sign: string, ...said: readonly (string | undefined)[]) =>
  `${sign} ${said.filter((part) => part !== undefined && part !== '').join(' · ')}`.slice(0, 4000);
const log = (work: Work, actor: Actor, change: Change, entry: object) =>
  act(work, named(change), 'log_step', actor, entry);

async function locked(work: Work, house: House, actor: Actor, number: string): Promise<Stored> {
  const type = typeNamed(house, 'change');
  const stored = await lockRecord(work, type, { number });
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('change', number);
  return stored;
}

/** True when this end has been told before; the other end of a run that is over contradicts it. */
async function isTold(work: Work, change: Change, runId: string, result: 'finished' | 'failed') {
  const known = await runNamed(work, change.id, runId);
  if (!known) throw conflict('change.no_such_run', { run: runId });
  if (known.result !== null && known.result !== result) throw conflict('change.run_is_over', { run: runId });
  return known.result === result;
}

async function answer(work: Work, actor: Actor, stored: Stored) {
  const at = work.house.now();
  const change = stored.record as Change;
  const reasons = await reasonsAgainst(work, actor, stored, at);
  return {
    number: change.number,
    state: change.state,
    allowed: reasons.length === 0,
    at: new Date(at).toISOString(),
    window: { from: change.plannedStartAt, to: change.plannedEndAt },
    reasons: reasons.map((reason) => inWords(reason, actor.language)),
    runs: await runsOf(work, change.id),
  };
}

async function told(work: Work, actor: Actor, { number }: Change) {
  const stored = await locked(work, work.house, actor, number);
  return { number, state: stored.record.state, runs: await runsOf(work, stored.record.id) };
}

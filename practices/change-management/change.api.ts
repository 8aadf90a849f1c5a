import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import { holds } from '../../kernel/access/actor.ts';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import type { SettingKey } from '../../kernel/practice/settings.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { stepsFor } from './change.approvers.ts';
import { collisionsOf } from './change.collisions.ts';
import { afterwardsOf } from './change.afterwards.ts';
import type { Change } from './change.fields.ts';
import { affectedBy } from './change.impact.ts';
import { logOf } from './change.log.ts';
import { planFaults } from './change.plan-faults.ts';
import { approversOf, causedBy, openTasksOf } from './change.queries.ts';
import { planningRules, policyPartNames, policyParts, type PolicyPart } from './policy.settings.ts';

const policyWriters = ['change-manager', 'sms-manager', 'administrator'] as const;
const body = z.strictObject({ value: z.unknown() });

export const routes: RouteSet = (app, house) => {
  const about = { tag: 'changes' } as const;
  const base = '/api/v1/changes';
  const reader = async (request: Parameters<typeof actorOf>[1]) => {
    return staffOf(house, request, 'changes', 'read');
  };

  route(app, {
    ...about, method: 'GET', path: `${base}/policy`, id: 'change_policy',
    summary: 'The policy in force, part by part, each with the version that decisions cite',
  }, async (request) => {
    const actor = await reader(request);
    return { parts: policyNow(house), editable: mayWrite(actor) };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', path: `${base}/policy/{part}`, id: 'set_change_policy', body,
    summary: 'Changes one part of the policy; what was decided by the former version keeps citing it',
  }, async (request) => {
    const actor = await actorOf(house, request, 'changes', 'write');
    if (!mayWrite(actor)) throw notYours(policyWriters);
    const part = policyPartNames.find((name) => name === param(request, 'part'));
    if (!part) throw notFound('change_policy', param(request, 'part'));
    const { value } = parse(body, request.body, actor.language);
    const { key, schema } = policyParts[part];
    const valid = parse(schema as z.ZodType<unknown>, value, actor.language);
    await begin(house, (work) => changeSetting(work, actor, key as SettingKey<unknown>, valid));
    return { parts: policyNow(house), editable: true };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/{number}/log`, id: 'change_log',
    summary: 'What was done step by step while it ran, in the order in which it happened',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => {
      const change = await seen(tx, house, actor, param(request, 'number'));
      const items = await logOf(tx, change.id);
      return { items, refs: await referencesTo(tx, new Set(items.flatMap(({ authorId }) => authorId ?? []))) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/{number}/outlook`, id: 'change_outlook',
    summary: 'What it touches as things stand now: services and customers, other changes in its window, who will approve, what the plans lack',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => outlook(tx, house, await seen(tx, house, actor, param(request, 'number'))));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/{number}/afterwards`, id: 'change_afterwards',
    summary: 'Incidents on the services it touches, day by day, two weeks before and after its end; null until it has ended',
  }, async (request) => {
    const actor = await reader(request);
    return onConnection(house.pool, async (tx) => ({ afterwards: await afterwardsOf(tx, house, actor, await seen(tx, house, actor, param(request, 'number'))) }));
  }); // prettier-ignore
};

const mayWrite = (actor: Actor) => policyWriters.some((role) => holds(actor, role));
const policyNow = (house: House) =>
  Object.fromEntries(
    policyPartNames.map((name): [PolicyPart, unknown] => [
      name,
      house.reference.settings.get(policyParts[name].key as SettingKey<unknown>),
    ]),
  );

async function outlook(tx: Tx, house: House, change: Change) {
  const { settings } = house.reference;
  const { id, subjectIds, plannedStartAt: from, plannedEndAt: to, category } = change;
  const affected = await affectedBy(tx, subjectIds ?? [], house.now());
  const collisions =
    from === null || to === null ? [] : await collisionsOf(tx, { id, subjectIds: subjectIds ?? [], from, to, category });
  const level = change.riskLevel ?? 'medium';
  const refs = await referencesTo(
    tx,
    new Set([...affected.serviceIds, ...affected.customerIds, ...collisions.flatMap(({ sharedIds, path = [], letPass }) => [...sharedIds, ...path, ...(letPass?.byId ? [letPass.byId] : [])])]),
  );
  return {
    affected,
    collisions,
    approval: change.riskLevel === null ? [] : stepsFor(change, settings),
    approverIds: await approversOf(tx, change),
    planFaults: planFaults(change, settings.get(planningRules).value.backOutSteps[level]).map(({ field, code }) => ({ field, code })),
    caused: await causedBy(tx, id),
    tasks: await openTasksOf(tx, id),
    refs,
  };
} // prettier-ignore

async function seen(tx: Tx, house: House, actor: Actor, number: string): Promise<Change> {
  const type = typeNamed(house, 'change');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('change', number);
  return stored.record as Change;
}

import { notYours } from '../access/not-yours.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { onConnection } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { mayView } from '../access/access.ts';
import { holds, type Actor } from '../access/actor.ts';
import { staff } from '../access/roles.ts';
import type { Words } from '../import/labels.ts';
import { actorOf } from '../practice/caller.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import type { BaseRecord } from '../record/base.ts';
import { parse } from '../record/input.ts';
import { allFields } from '../record/record.ts';
import { readRecord } from '../record/store.ts';
import { isStaff } from '../record/universal.ts';
import { aboutColumns, askToLearn, learningOf, type About } from './model.store.ts';
import { classOf, proposalsOf, recordedBy, toldFields, type Draft, type ProposalSource } from './proposal.ts';
import { isWorthy, propose } from './propose.ts';
import { keepUses, usesOf } from './use.store.ts';

const similarShown = 6;
const teachers = ['administrator', 'sms-manager', 'incident-manager'] as const;

const outcome = z.strictObject({
  items: z
    .array(
      z.strictObject({
        field: z.string().max(60),
        value: z.union([
          z.string().max(200),
          z.number(),
          z.record(z.string().max(60), z.union([z.string().max(200), z.number()])),
        ]),
        confidence: z.number().min(0).max(1),
        taken: z.boolean(),
      }),
    )
    .max(20),
});

/** Proposals for records being written, what became of them, and the models behind them. */
export function proposalRoutes(app: FastifyInstance, house: House, words: Words): void {
  for (const source of proposalsOf(house)) draftRoutes(app, house, source, words);
  modelRoutes(app, house);
}

/** Teams and how their work ended are the organisation's own business. */
function requireStaff(actor: Actor): void {
  if (!isStaff(actor)) throw notYours(staff);
}

async function recordSeen(
  house: House,
  source: ProposalSource,
  actor: Actor,
  number: string,
): Promise<BaseRecord> {
  const type = typeNamed(house, source.recordType);
  const stored = await onConnection(house.pool, (tx) => readRecord(tx, type, number));
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
  return stored.record;
}

function draftRoutes(app: FastifyInstance, house: House, source: ProposalSource, words: Words): void {
  const type = typeNamed(house, source.recordType);
  const fields = allFields(type);
  const body = z.strictObject({
    number: z.string().max(60).optional(),
    ...Object.fromEntries(
      toldFields(source).flatMap((key) => {
        const field = fields[key];
        return field ? [[key, field.schema.nullish()]] : [];
      }),
    ),
  });

  route(app, {
    method: 'POST', path: `/api/v1/${type.plural}/proposals`, id: `proposals_${type.type}`, tag: type.plural, body,
    summary: 'What the organisation’s own history suggests for a record being written, and records like it; of an existing one by its number',
  }, async (request) => {
    const actor = await actorOf(house, request, type.plural, 'read');
    requireStaff(actor);
    const { number, ...given } = parse(body, request.body, actor.language);
    const record = number === undefined ? undefined : await recordSeen(house, source, actor, number);
    const draft: Draft = { [recordedBy]: actor.id, ...record, ...given };
    const completed = await onConnection(house.pool, async (tx) => ({ ...draft, ...(await source.complete?.(tx, draft)) }));
    const [items, similar] = await Promise.all([
      propose(house, source, completed, actor, words),
      onConnection(house.pool, (tx) => source.similar(tx, completed, actor, similarShown)),
    ]);
    return { items, similar };
  }); // prettier-ignore

  route(app, {
    method: 'POST', path: `/api/v1/${type.plural}/{number}/proposals/outcome`, id: `proposals_outcome_${type.type}`, tag: type.plural,
    body: outcome,
    summary: 'Which proposals were shown to whoever decided, and which of them were taken',
  }, async (request) => {
    const actor = await actorOf(house, request, type.plural, 'write');
    requireStaff(actor);
    const { items } = parse(outcome, request.body, actor.language);
    const record = await recordSeen(house, source, actor, param(request, 'number'));
    const uses = items.flatMap(({ field, value, confidence, taken }) => {
      const target = source.targets.find((t) => t.name === field);
      const proposed = target && classOf(target, typeof value === 'object' ? value : { [field]: value });
      return proposed === undefined ? [] : [{ target: field, proposed, confidence, taken }];
    });
    await begin(house, (work) => keepUses(work, { recordId: record.id, byId: actor.id, at: house.now(), uses }));
    return { kept: uses.length };
  }); // prettier-ignore
}

function modelRoutes(app: FastifyInstance, house: House): void {
  const reading = async (request: FastifyRequest, access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'proposal-models', access);
    requireStaff(actor);
    return actor;
  };

  route(app, {
    method: 'GET', path: '/api/v1/proposal-models', id: 'proposal_models', tag: 'proposal-models',
    summary: 'What has been learnt, how often it was right on records it had not seen, and how it fares in use',
  }, async (request) => {
    const actor = await reading(request, 'read');
    return onConnection(house.pool, async (tx) => {
      const items = [];
      for (const source of proposalsOf(house)) {
        const type = typeNamed(house, source.recordType);
        const models = await tx.run<About & { target: string }>(
          'proposal_abouts', `select ${aboutColumns}, jsonb_array_length(classes) as classes from proposal_model where record_type = $1`, [type.type]);
        const targets = [];
        for (const target of source.targets) {
          const model = models.find((m) => m.target === target.name);
          if (model) targets.push({ ...model, offered: isWorthy(model), inUse: await usesOf(tx, type, target, house.now()) });
        }
        const { askedAt, learntAt } = await learningOf(tx, type.type);
        items.push({ type: type.type, askedAt, learntAt, targets });
      }
      return { items, mayLearn: teachers.some((role) => holds(actor, role)) };
    });
  }); // prettier-ignore

  route(app, {
    method: 'POST', path: '/api/v1/proposal-models/{type}/learn', id: 'learn_proposals', tag: 'proposal-models', status: 202,
    summary: 'Asks the worker to learn again; it starts within a minute',
  }, async (request) => {
    const actor = await reading(request, 'write');
    if (!teachers.some((role) => holds(actor, role)))
      throw notYours(teachers);
    const type = param(request, 'type');
    if (!proposalsOf(house).some((source) => source.recordType === type)) throw notFound('proposal_models', type);
    await begin(house, (work) => askToLearn(work, type, house.now(), actor.id));
    return null;
  }); // prettier-ignore
}

import { z } from 'zod';
import { each, staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { plain } from '../../kernel/record/field.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { keepers } from './ci.access.ts';
import { ciClasses, classCalled, type CiClasses } from './class.snapshot.ts';
import * as effects from './verification.effects.ts';
import { fields, lineResults, planning, type Verification } from './verification.fields.ts';
import { openCorrections, populationOf, totalsOf, type Totals } from './verification.store.ts';

type Of = Rule<Verification>;
const verifiers = [...keepers, 'service-owner', 'engineer'];
const iso = (at: number) => new Date(at).toISOString();
const dayOf = (at: number) => iso(at).slice(0, 10);

const scopeIsWhole: Of = (one, _actor, { input }) => {
  const after = { ...one, ...input } as Verification;
  if (after.scope === 'class' && after.scopeClassId === null) return no('baseline.needs_class', {}, 'scopeClassId');
  return (after.scope === 'service' || after.scope === 'subgraph') && after.scopeRootId === null
    ? no('baseline.needs_root', {}, 'scopeRootId')
    : undefined;
}; // prettier-ignore
const somethingIsThere: Of = (_one, _actor, { facts }) =>
  facts['population'] === 0 ? no('verification.nothing_in_scope') : undefined;

type CheckFacts = Awaited<ReturnType<typeof effects.checkFacts>>;
const isInSample: Of = (_one, _actor, { facts }) =>
  (facts as CheckFacts).item ? undefined : no('verification.not_in_sample', {}, 'itemId');

/** Whoever answers for an item does not attest to it. */
const verifierIsNotOwner: Of = (_one, actor, { facts }) => {
  const { item } = facts as CheckFacts;
  return item && actor.id !== null && item.ownerId === actor.id
    ? no('verification.own_item', { number: item.number })
    : undefined;
};

const everyLineIsTold: Of = (_one, _actor, { facts, input }) => {
  if (input['present'] === false) return undefined;
  const { lines } = facts as CheckFacts;
  const told = (input['results'] ?? []) as readonly effects.Told[];
  const names = told.map(({ field }) => field);
  const twice = names.find((field, i) => names.indexOf(field) !== i);
  if (twice !== undefined) return no('verification.told_twice', { attribute: twice }, 'results');
  const left = lines.filter(({ field }) => !names.includes(field));
  if (left.length > 0) return no('verification.not_told', { attributes: left.map(({ field }) => field).join(', ') }, 'results');
  const known = new Set(lines.map(({ field }) => field));
  const foreign = told.find(({ field, result }) => !known.has(field) && (result !== 'missing' || !/^(?:description|attributes\.[a-z][a-z0-9_-]*|criticality)$/.test(field)));
  if (foreign) return no('verification.no_such_attribute', { attribute: foreign.field }, 'results');
  const mute = told.find(({ result, found }) => result === 'missing' && (found === undefined || found === null || found === ''));
  return mute ? no('verification.what_was_found', { attribute: mute.field }, 'results') : undefined;
}; // prettier-ignore

const allAreChecked: Of = (one) =>
  (one.itemsChecked ?? 0) < (one.items ?? 0)
    ? no('verification.left', { count: (one.items ?? 0) - (one.itemsChecked ?? 0) })
    : undefined;
const nothingIsOpen: Of = (_one, _actor, { facts }) =>
  Number(facts['open']) > 0
    ? no('verification.corrections_open', { count: Number(facts['open']) })
    : undefined;
const classIsKnown: Of = (_one, _actor, { facts, input }) => {
  const known = classCalled(facts['classes'] as CiClasses, String(input['classKey']));
  return known && !known.abstract && known.key !== 'service'
    ? undefined
    : no('ci.class_unknown', { name: String(input['classKey']) }, 'classKey');
};

const found = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);
const results = z.array(z.strictObject({ field: plain(80), result: z.enum(lineResults), found: found.optional() })).max(200); // prettier-ignore

function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

const process = defineProcess<Verification>()({
  states: { planned: 'new', checking: 'active', correcting: 'active', closed: 'closed', cancelled: 'closed' },
  initial: 'planned',
  create: {
    by: keepers,
    fields: planning,
    required: ['title', 'scope', 'sampleSize', 'verifierId'],
    checks: [scopeIsWhole],
    set: (one) => ({ seed: one.seed ?? effects.newSeed() }),
  },
  edit: { from: ['planned'], by: keepers, fields: planning, required: ['title', 'scope', 'sampleSize', 'verifierId', 'seed'], checks: [scopeIsWhole] },
  transitions: {
    start: {
      from: ['planned'],
      to: 'checking',
      by: verifiers,
      facts: async (work, one) => ({ population: await populationOf(work, one) }),
      checks: [somethingIsThere],
      set: (one, _actor, { at, facts }) => ({
        startedAt: iso(at),
        population: Number(facts['population']),
        items: Math.min(Number(facts['population']), one.sampleSize ?? 0),
      }),
      effect: effects.draw,
    },
    check: {
      from: ['checking', 'correcting'],
      by: verifiers,
      input: { itemId: z.uuid(), present: z.boolean(), results: results.optional(), note: plain(1000).optional() },
      facts: effects.checkFacts,
      checks: [isInSample, verifierIsNotOwner, everyLineIsTold],
      effect: async (work, one, actor, context) => {
        await effects.check(work, one, actor, context);
        await effects.count(work, one, context);
      },
    },
    /** The counters, when an item was looked at. */
    counted: {
      from: ['checking', 'correcting'],
      by: ['system'],
      facts: async (work, one) => ({ totals: await totalsOf(work, one.id) }),
      set: (_one, _actor, { facts }) => facts['totals'] as Totals,
    },
    report_unrecorded: {
      from: ['checking', 'correcting'],
      by: verifiers,
      input: { title: plain(200), classKey: plain(40), serialNumber: plain(120).optional(), location: plain(200).optional() },
      facts: async (work) => ({ classes: work.house.reference.get(ciClasses) }),
      checks: [classIsKnown],
      set: (one) => ({ unrecorded: (one.unrecorded ?? 0) + 1 }),
      effect: effects.reportUnrecorded,
    },
    finish_checking: {
      from: ['checking'],
      to: 'correcting',
      by: verifiers,
      rules: [allAreChecked],
      set: (_one, _actor, { at }) => ({ checkedAt: iso(at) }),
    },
    close: {
      from: ['correcting'],
      to: 'closed',
      by: keepers,
      fields: ['conclusion'],
      required: ['conclusion'],
      facts: async (work, one) => ({ open: await openCorrections(work, one.id) }),
      rules: [allAreChecked],
      checks: [nothingIsOpen],
      set: (one, _actor, { at }) => ({
        nextDueOn: one.intervalMonths === null ? null : monthsAfter(dayOf(at), one.intervalMonths),
      }),
      effect: effects.close,
    },
    cancel: { from: ['planned', 'checking'], to: 'cancelled', by: keepers, requires: ['reason'] },
  },
  clocks: {},
}); // prettier-ignore

export const verification = defineRecord({
  type: 'verification',
  plural: 'verifications',
  prefix: 'VER',
  fields,
  base: ['title', 'ownerId'],
  search: ['purpose', 'conclusion'],
  list: [
    'number',
    'title',
    'state',
    'scope',
    'items',
    'itemsChecked',
    'itemsRight',
    'verifierId',
    'dueOn',
    'ownerId',
  ],
  process,
  access: each(staff, { view: 'all', act: 'all' } as const),
});

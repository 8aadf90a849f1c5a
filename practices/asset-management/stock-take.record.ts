import { z } from 'zod';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { plain } from '../../kernel/record/field.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { insideAccess } from './asset.access.ts';
import { handlers, keepers } from './asset.fields.ts';
import * as effects from './stock-take.effects.ts';
import { fields, scope, type StockTake } from './stock-take.fields.ts';
import { decisions, decisionsOf, type Decision } from './stock-take.results.ts';
import { countsOf, expectedIn, lineById, type Line } from './stock-take.store.ts';

type Of = Rule<StockTake>;
const iso = (at: number) => new Date(at).toISOString();

const somethingIsExpected: Of = (_take, _actor, { facts }) =>
  facts['expected'] === 0 ? no('stock_take.nothing_in_scope') : undefined;

/** Differences are resolved with a reason before closing. */
const nothingIsOpen: Of = (take) =>
  (take.openDifferences ?? 0) > 0
    ? no('stock_take.open_differences', { count: take.openDifferences ?? 0 })
    : undefined;

const lineIsHere: Of = (_take, _actor, { facts, input }) => {
  const line = facts['line'] as Line | undefined;
  if (!line) return no('stock_take.no_such_line', {}, 'lineId');
  if (line.decision !== null) return no('stock_take.decided_already', {}, 'lineId');
  const possible = decisionsOf[line.result];
  if (!possible.includes(input['decision'] as Decision))
    return no(
      'stock_take.decision_does_not_fit',
      {
        result: `@stock_take.result.${line.result}`,
        options: possible.map((one) => `@stock_take.decision.${one}`).join(', '),
      },
      'decision',
    );
  return input['decision'] === 'registered' && line.assetId === null && facts['registered'] !== true
    ? no('stock_take.not_registered', { tag: line.tag ?? '' }, 'decision')
    : undefined;
};

const process = defineProcess<StockTake>()({
  states: {
    planned: 'new',
    counting: 'active',
    reconciling: 'active',
    closed: 'closed',
    cancelled: 'closed',
  },
  initial: 'planned',
  create: { by: keepers, fields: scope, required: ['title', 'ownerId'] },
  edit: {
    // The scope is what the list was made of: it stays once the list is frozen.
    from: ['planned'],
    by: keepers,
    fields: scope,
    required: ['title', 'ownerId'],
  },
  transitions: {
    start: {
      from: ['planned'],
      to: 'counting',
      by: keepers,
      facts: async (work, take) => ({ expected: await expectedIn(work, take) }),
      checks: [somethingIsExpected],
      set: (_take, _actor, { at, facts }) => ({
        startedAt: iso(at),
        expectedCount: Number(facts['expected']),
      }),
      effect: effects.start,
    },
    count: {
      from: ['counting'],
      by: handlers,
      input: { code: plain(300), location: plain(200).optional(), note: plain(1000).optional() },
      facts: effects.countFacts,
      set: (take, _actor, { input, facts }) => {
        const { line } = facts as effects.CountFacts;
        const location = typeof input['location'] === 'string' ? input['location'] : null;
        return effects.movedCounts(take, line, effects.resultOf(line, location));
      },
      effect: effects.count,
    },
    finish_counting: {
      from: ['counting'],
      to: 'reconciling',
      by: handlers,
      facts: async (work, take) => ({ counts: await countsOf(work, take.id) }),
      set: (take, _actor, { at, facts }) => {
        const { openDifferences, ...counts } = facts['counts'] as Awaited<ReturnType<typeof countsOf>>;
        // Every line that nobody has seen becomes a missing one.
        const seen = (counts.foundCount ?? 0) + (counts.elsewhereCount ?? 0) + (counts.missingCount ?? 0);
        const unseen = Math.max(0, (take.expectedCount ?? 0) - seen);
        return {
          ...counts,
          missingCount: (counts.missingCount ?? 0) + unseen,
          openDifferences: (openDifferences ?? 0) + unseen,
          countedAt: iso(at),
        };
      },
      effect: effects.finish,
    },
    count_again: {
      from: ['reconciling'],
      to: 'counting',
      by: keepers,
      requires: ['reason'],
      facts: async (work, take) => ({ undecided: await undecidedMissing(work, take.id) }),
      set: (take, _actor, { facts }) => ({
        missingCount: (take.missingCount ?? 0) - Number(facts['undecided']),
        openDifferences: (take.openDifferences ?? 0) - Number(facts['undecided']),
        countedAt: null,
      }),
      effect: effects.goOn,
    },
    resolve: {
      from: ['counting', 'reconciling'],
      by: keepers,
      input: { lineId: z.uuid(), decision: z.enum(decisions) },
      requires: ['reason'],
      facts: async (work, take, input) => {
        const line = await lineById(work, take.id, String(input['lineId']));
        return { line, registered: line?.tag ? await isRegistered(work, line.tag) : false };
      },
      checks: [lineIsHere],
      set: (take) => ({ openDifferences: (take.openDifferences ?? 0) - 1 }),
      effect: effects.resolve,
    },
    close: {
      from: ['reconciling'],
      to: 'closed',
      by: keepers,
      fields: ['conclusion'],
      required: ['conclusion'],
      rules: [nothingIsOpen],
    },
    cancel: {
      from: ['planned', 'counting', 'reconciling'],
      to: 'cancelled',
      by: keepers,
      requires: ['reason'],
    },
  },
  clocks: {},
});

type Tx = Parameters<typeof lineById>[0];
const undecidedMissing = async (tx: Tx, takeId: string): Promise<number> =>
  (
    await tx.run<{ n: number }>(
      'stock_take_undecided',
      `select count(*)::integer as n from stock_take_line where stock_take_id = $1 and result = 'missing' and decision is null`,
      [takeId],
    )
  )[0]?.n ?? 0;
const isRegistered = async (tx: Tx, tag: string): Promise<boolean> =>
  (await tx.run('tag_registered', 'select 1 from asset where lower(tag) = lower($1)', [tag])).length > 0;

/** Does the register say what is there? A campaign with a frozen list, counted by phone, reconciled before it closes. */
export const stockTake = defineRecord({
  type: 'stock-take',
  plural: 'stock-takes',
  prefix: 'STK',
  fields,
  base: ['title', 'ownerId', 'orgUnitId'],
  search: ['scopeLocation', 'scopeCostCentre', 'conclusion'],
  list: ['number', 'title', 'state', 'scopeLocation', 'scopeCostCentre', 'expectedCount', 'foundCount', 'openDifferences', 'dueOn', 'ownerId'],
  process,
  access: insideAccess,
}); // prettier-ignore

import { no, defineProcess, type Rule } from '../../kernel/process/process.ts';
import { system } from '../../kernel/access/actor.ts';
import { act } from '../../kernel/record/act.ts';
import { keepers } from './ci.access.ts';
import type { Baseline } from './baseline.fields.ts';
import { takeRows, totalsOf } from './baseline.store.ts';

const by = [...keepers, 'service-owner', 'engineer'];
const scope = ['scope', 'scopeClassId', 'scopeRootId', 'scopeDepth'];

/** A baseline of a part says of which. */
const scopeIsWhole: Rule<Baseline> = (baseline, _actor, { input }) => {
  const given = { ...baseline, ...input } as Baseline;
  if (given.scope === 'class' && given.scopeClassId === null) return no('baseline.needs_class', {}, 'scopeClassId');
  return (given.scope === 'service' || given.scope === 'subgraph') && given.scopeRootId === null
    ? no('baseline.needs_root', {}, 'scopeRootId')
    : undefined;
}; // prettier-ignore

/** 8.2.6: taken once, never changed; a later one takes its place. */
export const baselineProcess = defineProcess<Baseline>()({
  states: { taking: 'new', taken: 'done', superseded: 'closed' },
  initial: 'taking',
  create: {
    by,
    fields: ['title', 'purpose', ...scope],
    required: ['title', 'purpose', 'scope'],
    checks: [scopeIsWhole],
    set: (_baseline, actor, { at }) => ({ takenAt: new Date(at).toISOString(), takenById: actor.id }),
    effect: async (work, baseline, _actor, { at }) => {
      await takeRows(work, baseline);
      await act(work, { type: 'baseline', id: baseline.id }, 'seal', system(), {}, { at });
    },
  },
  edit: { from: [], by, fields: [] },
  transitions: {
    seal: {
      from: ['taking'],
      to: 'taken',
      by: ['system'],
      facts: async (work, baseline) => ({ totals: await totalsOf(work, baseline.id) }),
      set: (_baseline, _actor, { facts }) => facts['totals'] as Partial<Baseline>,
    },
    supersede: { from: ['taken'], to: 'superseded', by, requires: ['reason'] },
  },
  clocks: {},
});

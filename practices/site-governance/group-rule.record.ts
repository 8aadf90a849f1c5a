import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { endAdoptions, spread } from './adoption.spread.ts';
import { fields, told, type GroupRule } from './group-rule.fields.ts';
import * as rules from './group-rule.rules.ts';
import { leaders, ruleAccess, workers } from './site.access.ts';
import { ruleById } from './site.queries.ts';

const writing = {
  by: workers,
  required: ['title', 'obligation', 'bound'],
  facts: rules.writingFacts,
  checks: [
    rules.mayWrite, rules.namesBranches, rules.addsToARule, rules.stricterIsStricter, rules.namesWhatThereIs, rules.datesInOrder, rules.oneDraftAtATime,
  ],
} as const; // prettier-ignore

const authors = (rule: GroupRule, actor: Actor) => [
  ...new Set([...(rule.authorIds ?? []), ...(actor.id === null ? [] : [actor.id])]),
];

function looked(rule: GroupRule, actor: Actor, { input, at, settings }: Context): Partial<GroupRule> {
  const today = dayIn(settings, at);
  const months =
    typeof input['reviewMonths'] === 'number' ? input['reviewMonths'] : (rule.reviewMonths ?? 12);
  return { reviewedOn: today, reviewedById: actor.id, reviewDueOn: addMonths(today, months) };
}

const process = defineProcess<GroupRule>()({
  states: { draft: 'new', in_force: 'active', superseded: 'closed', withdrawn: 'closed' },
  initial: 'draft',
  create: {
    ...writing,
    fields: [...told, 'supersedesId'],
    set: (rule, actor, { input, facts }) => ({
      authorIds: authors(rule, actor),
      edition: ((facts['former'] as GroupRule | undefined)?.edition ?? 0) + 1,
      // A site's own rule belongs to the site.
      orgUnitId: (input['siteId'] as string | null | undefined) ?? null,
    }),
  },
  edit: {
    ...writing,
    from: ['draft'],
    fields: told.filter((key) => key !== 'siteId'),
    set: (rule, actor) => ({ authorIds: authors(rule, actor) }),
  },
  transitions: {
    publish: {
      from: ['draft'],
      to: 'in_force',
      by: leaders,
      rules: [rules.mayPublish, rules.isWhole, rules.adoptByIsAhead, rules.publishedByAnother],
      facts: rules.writingFacts,
      checks: [rules.addsToARule, rules.stricterIsStricter],
      set: (rule, actor, context) => ({
        ...looked(rule, actor, context),
        publishedById: actor.id,
        publishedOn: dayIn(context.settings, context.at),
        sodException: rules.isAuthor(rule, actor),
      }),
      effect: async (work, rule) => {
        // The former edition ends after the new one began: who has a site in hand is taken from there.
        await spread(work, rule.id);
        if (rule.supersedesId !== null)
          await act(work, { type: 'group-rule', id: rule.supersedesId }, 'supersede', system());
      },
    },
    /** What changes is written as the next edition; until that is published this one holds. */
    revise: {
      from: ['in_force'],
      by: workers,
      effect: async (work, { id }, actor) => {
        const former = await ruleById(work, id);
        const kept = told.flatMap((key) => {
          const value = former?.[key] ?? null;
          // Its days are over.
          return value === null || key === 'effectiveOn' || key === 'adoptBy' ? [] : [[key, value] as const];
        });
        await create(work, 'group-rule', actor, { ...Object.fromEntries(kept), supersedesId: id });
      },
    },
    review: {
      from: ['in_force'],
      by: leaders,
      fields: ['reviewNote', 'reviewMonths'],
      required: ['reviewNote'],
      checks: [saidAnew('group_rule', 'reviewNote')],
      set: looked,
    },
    supersede: { from: ['in_force'], to: 'superseded', by: ['system'], effect: (work, { id }) => endAdoptions(work, id) },
    withdraw: {
      from: ['draft', 'in_force'],
      to: 'withdrawn',
      by: leaders,
      rules: [rules.mayPublish],
      requires: ['reason'],
      effect: (work, { id }) => endAdoptions(work, id),
    },
  },
  clocks: {},
}); // prettier-ignore

/** 4.4, 5.3: what headquarters asks of its sites, or a site of itself; each edition is a record. */
export const groupRule = defineRecord({
  type: 'group-rule',
  plural: 'group-rules',
  prefix: 'GRL',
  fields,
  base: ['title', 'ownerId', 'orgUnitId'],
  search: ['statement', 'purpose'],
  list: ['number', 'title', 'state', 'obligation', 'bound', 'siteId', 'edition', 'effectiveOn', 'adoptBy', 'reviewDueOn'],
  register: true,
  process,
  access: ruleAccess,
}); // prettier-ignore

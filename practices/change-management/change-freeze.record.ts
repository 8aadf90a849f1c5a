import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Input, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  choice,
  instant,
  longText,
  readOnly,
  reference,
  references,
  starting,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { asText } from '../../kernel/record/text.ts';
import { access } from './change.access.ts';
import { managers } from './change.fields.ts';
import { isThin } from './change.plans.ts';
import { changeToExcept, plannersWithin, saveException, type Excepted } from './change-freeze.queries.ts';

const fields = {
  startsAt: instant(),
  endsAt: instant(),
  scope: starting('everything', choice('everything', 'subjects')),
  /** What these rest on is frozen with them. */
  subjectIds: starting<string[]>([], references('service', 'ci')),
  purpose: longText(4000),
  allowsEmergency: starting(true, boolean()),
  allowsStandard: starting(false, boolean()),
  declaredAt: readOnly(instant()),
  declaredById: readOnly(reference('person')),
  endedAt: readOnly(instant()),
};
type ChangeFreeze = RecordOf<typeof fields>;
type R = Rule<ChangeFreeze>;

/** Who may let a change pass a freeze. */
const deciders = [...managers, 'top-management'];
const entered = (freeze: ChangeFreeze, input: Input) => ({ ...freeze, ...input }) as ChangeFreeze;
const iso = (at: number) => new Date(at).toISOString();

const endsAfterItBegins: R = (freeze, _actor, { input }) => {
  const { startsAt, endsAt } = entered(freeze, input);
  return startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)
    ? no('change_freeze.ends_before_start', {}, 'endsAt')
    : undefined;
};
const isAhead: R = (freeze, _actor, { input, at }) => {
  const { endsAt } = entered(freeze, input);
  return endsAt !== null && Date.parse(endsAt) <= at ? no('change_freeze.is_over', {}, 'endsAt') : undefined;
};
const namesSubjects: R = (freeze, _actor, { input }) => {
  const { scope, subjectIds } = entered(freeze, input);
  return scope === 'subjects' && (subjectIds ?? []).length === 0
    ? no('change_freeze.no_subjects', {}, 'subjectIds')
    : undefined;
};
const saysWhy: R = (freeze, _actor, { input }) =>
  isThin(entered(freeze, input).purpose, 8) ? no('change_freeze.why', {}, 'purpose') : undefined;

type ExceptFacts = { readonly change: Excepted | undefined };
const exceptsAnother: R = (_freeze, actor, { input, facts }) => {
  const { change } = facts as ExceptFacts;
  const number = String(input['change']);
  if (!change) return no('change.unknown', { number }, 'change');
  if (change.already) return no('change_freeze.passes_already', { number }, 'change');
  return actor.id !== null && change.ownIds.includes(actor.id)
    ? no('change_freeze.own_change', { number }, 'change')
    : undefined;
};
const saysWhyItPasses: R = (_freeze, _actor, { input }) =>
  isThin(asText(input['reason']), 12) ? no('change_freeze.why_pass', {}, 'reason') : undefined;

const planned = [
  'title', 'startsAt', 'endsAt', 'scope', 'subjectIds', 'purpose', 'allowsEmergency', 'allowsStandard', 'ownerId',
]; // prettier-ignore
const needed = ['title', 'startsAt', 'endsAt'];

const process = defineProcess<ChangeFreeze>()({
  states: { draft: 'new', in_force: 'active', over: 'closed', lifted: 'closed', cancelled: 'closed' },
  initial: 'draft',
  create: {
    by: managers,
    fields: planned,
    required: needed,
    checks: [endsAfterItBegins],
    set: (freeze, actor) => ({ ownerId: freeze.ownerId ?? actor.id }),
  },
  edit: { from: ['draft'], by: managers, fields: planned, required: needed, checks: [endsAfterItBegins] },
  transitions: {
    declare: {
      from: ['draft'],
      to: 'in_force',
      by: managers,
      fields: ['startsAt', 'endsAt', 'purpose'],
      required: ['startsAt', 'endsAt', 'purpose'],
      checks: [endsAfterItBegins, isAhead, namesSubjects, saysWhy],
      set: (_freeze, actor, { at }) => ({ declaredAt: iso(at), declaredById: actor.id }),
      effect: tellPlanners,
    },
    move: {
      from: ['in_force'],
      by: managers,
      fields: ['startsAt', 'endsAt'],
      required: ['startsAt', 'endsAt'],
      requires: ['reason'],
      checks: [endsAfterItBegins, isAhead],
      effect: tellPlanners,
    },
    /** One change passes, by name and with its reason; who asked for it or carries it out does not let it. */
    let_pass: {
      from: ['in_force'],
      by: deciders,
      input: { change: z.string().trim().min(1).max(40) },
      requires: ['reason'],
      facts: async (work, freeze, input) => ({
        change: await changeToExcept(work, freeze.id, String(input['change'])),
      }),
      checks: [exceptsAnother, saysWhyItPasses],
      effect: async (work, freeze, actor, { facts, input, at }) => {
        const { change } = facts as ExceptFacts;
        if (!change) return;
        const given = { freezeId: freeze.id, changeId: change.id, reason: String(input['reason']) };
        await saveException(work, { ...given, byId: actor.id, at });
        work.touched.add('change');
      },
    },
    lift: {
      from: ['in_force'],
      to: 'lifted',
      by: managers,
      requires: ['reason'],
      set: (_freeze, _actor, { at }) => ({ endedAt: iso(at) }),
    },
    end: {
      from: ['in_force'],
      to: 'over',
      by: ['system'],
      set: (freeze, _actor, { at }) => ({ endedAt: freeze.endsAt ?? iso(at) }),
    },
    cancel: { from: ['draft'], to: 'cancelled', by: managers },
  },
  clocks: {},
});

/** Whose changes are planned in it hears of it before their day comes. */
async function tellPlanners(work: Work, freeze: ChangeFreeze, actor: Actor): Promise<void> {
  const people = await plannersWithin(work, freeze.id);
  await notify(work, {
    kind: 'change_freeze.declared',
    recordId: freeze.id,
    personIds: people.filter((id) => id !== actor.id),
    params: { from: freeze.startsAt ?? '', to: freeze.endsAt ?? '' },
    key: `${freeze.id}:${freeze.startsAt ?? ''}:${freeze.endsAt ?? ''}`,
  });
}

/** When nothing is changed: the end of the year, an election, a sale; with what may pass all the same. */
export const changeFreeze = defineRecord({
  type: 'change-freeze',
  plural: 'change-freezes',
  prefix: 'FRZ',
  fields,
  base: ['title', 'ownerId'],
  search: ['purpose'],
  list: ['number', 'title', 'state', 'startsAt', 'endsAt', 'scope', 'ownerId'],
  process,
  access,
});

import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { keepers, leaders, open } from './competence.access.ts';
import { competencesMissing, profileInForce } from './competence.queries.ts';
import { repeated } from './competence.rules.ts';
import { fields, type CompetenceProfile, type Need } from './profile.fields.ts';

const needsOf = (profile: CompetenceProfile, input: Readonly<Record<string, unknown>>) =>
  (input['needs'] ?? profile.needs ?? []) as readonly Need[];

const eachOnce: Rule<CompetenceProfile> = (profile, _actor, { input }) =>
  repeated(needsOf(profile, input).map(({ competenceId }) => competenceId)) === undefined
    ? undefined
    : no('competence_profile.twice', {}, 'needs');

const allThere: Rule<CompetenceProfile> = (_profile, _actor, { facts }) =>
  facts['missing'] === 0 ? undefined : no('competence_profile.no_such_competence', {}, 'needs');

/** A profile that demands nothing of anybody is a job title. */
const demandsSomething: Rule<CompetenceProfile> = (profile) =>
  (profile.needs ?? []).some(({ mandatory }) => mandatory)
    ? undefined
    : no('competence_profile.demands_nothing');

const oneForARole: Rule<CompetenceProfile> = (_profile, _actor, { facts }) =>
  typeof facts['other'] === 'string'
    ? no('competence_profile.other_in_force', { number: facts['other'] })
    : undefined;

const about = [
  'title',
  'role',
  'tasks',
  'education',
  'experience',
  'needs',
  'courseIds',
  'minimumHolders',
  'reviewMonths',
  'ownerId',
];

const process = defineProcess<CompetenceProfile>()({
  states: { draft: 'new', in_force: 'active', retired: 'closed' },
  initial: 'draft',
  create: {
    by: leaders,
    fields: about,
    required: ['title', 'role'],
    checks: [eachOnce, allThere],
    facts: async (work, profile, input) => ({
      missing: await competencesMissing(work, needsOf(profile, input)),
    }),
  },
  edit: {
    from: ['draft', 'in_force'],
    by: leaders,
    fields: about.filter((field) => field !== 'role'),
    required: ['title', 'role'],
    checks: [eachOnce, allThere],
    facts: async (work, profile, input) => ({
      missing: await competencesMissing(work, needsOf(profile, input)),
    }),
  },
  transitions: {
    adopt: {
      from: ['draft'],
      to: 'in_force',
      by: keepers,
      fields: ['tasks', 'education', 'experience', 'ownerId'],
      required: ['tasks', 'experience', 'ownerId'],
      rules: [demandsSomething],
      checks: [oneForARole],
      facts: async (work, { role }) => ({ other: (await profileInForce(work, role))?.number }),
      set: (profile, actor, { at, settings }) => {
        const today = dayIn(settings, at);
        return {
          adoptedOn: today,
          adoptedById: actor.id,
          reviewDueOn: addMonths(today, profile.reviewMonths ?? 12),
        };
      },
    },
    review: {
      from: ['in_force'],
      by: leaders,
      requires: ['comment'],
      comment: 'internal',
      set: (profile, _actor, { at, settings }) => ({
        reviewDueOn: addMonths(dayIn(settings, at), profile.reviewMonths ?? 12),
      }),
    },
    retire: { from: ['draft', 'in_force'], to: 'retired', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.2: what the holder of a role must be able to do, and how they come to it. */
export const competenceProfile = defineRecord({
  type: 'competence-profile',
  plural: 'competence-profiles',
  prefix: 'CPR',
  fields,
  base: ['title', 'ownerId'],
  search: ['tasks', 'education', 'experience'],
  list: ['number', 'title', 'state', 'role', 'minimumHolders', 'ownerId', 'reviewDueOn'],
  register: true,
  process,
  access: open,
});

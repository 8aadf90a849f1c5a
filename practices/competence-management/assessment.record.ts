import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields, type CompetenceAssessment } from './assessment.fields.ts';
import * as rules from './assessment.rules.ts';
import { leaders, personal } from './competence.access.ts';
import { otherAssessment, profileInForce, titleOf } from './competence.queries.ts';
import { notOneself } from './competence.rules.ts';

/** 7.2: how long it can be said that somebody is able. */
const validMonths = 12;

const process = defineProcess<CompetenceAssessment>()({
  states: { planned: 'new', assessed: 'active', superseded: 'closed', cancelled: 'closed' },
  initial: 'planned',
  create: {
    by: leaders,
    fields: ['personId', 'role', 'ownerId'],
    required: ['personId', 'role'],
    checks: [rules.profileIsThere, rules.notPlannedYet],
    facts: async (work, { id }, { personId, role }) => ({
      profileId: (await profileInForce(work, role))?.id,
      planned: (await otherAssessment(work, { id, personId, role }, 'planned'))?.number,
      name: await titleOf(work, personId),
    }),
    set: (_assessment, actor, { facts, input }) => ({
      title: `${String(facts['name'])} · ${String(input['role'])}`.slice(0, 200),
      profileId: facts['profileId'] as string,
      // Theirs to read, wherever it is asked who may see a record.
      requesterId: input['personId'] as string,
      ownerId: (input['ownerId'] as string | undefined) ?? actor.id,
    }),
  },
  edit: { from: ['planned'], by: leaders, fields: ['ownerId'] },
  transitions: {
    assess: {
      from: ['planned'],
      to: 'assessed',
      by: leaders,
      fields: ['levels', 'conclusion', 'restriction'],
      required: ['levels', 'conclusion'],
      rules: [notOneself],
      checks: [rules.everyNeedIsRated, rules.levelsHaveEvidence, rules.limitsAreSaid],
      facts: async (work, { role }) => {
        const profile = await profileInForce(work, role);
        return { needs: profile?.needs ?? [], profileId: profile?.id };
      },
      set: (assessment, actor, context) => {
        const today = dayIn(context.settings, context.at);
        const gaps = rules.gapsOf(context);
        return {
          profileId: (context.facts['profileId'] as string | undefined) ?? assessment.profileId,
          gaps,
          unmetMandatory: gaps.filter(({ mandatory }) => mandatory).length,
          assessedOn: today,
          assessedById: actor.id,
          validUntil: addMonths(today, validMonths),
        };
      },
      effect: async (work, assessment, actor, { at }) => {
        await replaceFormer(work, assessment, at);
        await openGaps(work, assessment, actor, at);
      },
    },
    cancel: { from: ['planned'], to: 'cancelled', by: leaders, requires: ['reason'] },
    /** By the software, when a newer one stands. */
    supersede: { from: ['assessed'], to: 'superseded', by: [] },
  },
  clocks: {},
});

async function replaceFormer(work: Work, assessment: CompetenceAssessment, at: number): Promise<void> {
  const former = await otherAssessment(work, assessment, 'assessed');
  if (former)
    await act(work, { type: 'competence-assessment', id: former.id }, 'supersede', system(), {}, { at });
}

type Known = { readonly id: string; readonly competenceId: string };

/** Each gap is followed until it is closed; one that is met by now is settled, unless its effect is still to be checked. */
async function openGaps(
  work: Work,
  assessment: CompetenceAssessment,
  actor: Actor,
  at: number,
): Promise<void> {
  const known = await work.run<Known & { state: string }>(
    'gaps_open',
    `select r.id, t.competence_id as "competenceId", r.state from competence_gap t join record r on r.id = t.id
     where t.person_id = $1 and t.role = $2 and r.state in ('open', 'planned', 'done') order by r.id`,
    [assessment.personId, assessment.role],
  );
  const gaps = assessment.gaps ?? [];
  for (const one of known)
    if (one.state !== 'done' && !gaps.some(({ competenceId }) => competenceId === one.competenceId))
      await act(work, { type: 'competence-gap', id: one.id }, 'settle', system(), {}, { at });
  for (const { competenceId, needed, level, mandatory } of gaps)
    if (!known.some((one) => one.competenceId === competenceId))
      await create(
        work,
        'competence-gap',
        system(),
        {
          personId: assessment.personId,
          role: assessment.role,
          competenceId,
          assessmentId: assessment.id,
          needed,
          level,
          mandatory,
          ownerId: actor.id ?? assessment.ownerId,
        },
        { at },
      );
}

/** 7.2: a person against what a role that they hold, or shall hold, needs. */
export const competenceAssessment = defineRecord({
  type: 'competence-assessment',
  plural: 'competence-assessments',
  prefix: 'CAS',
  fields,
  base: ['title', 'ownerId'],
  search: ['conclusion', 'restriction'],
  list: [
    'number',
    'title',
    'state',
    'personId',
    'role',
    'unmetMandatory',
    'assessedById',
    'assessedOn',
    'validUntil',
  ],
  process,
  access: personal,
});

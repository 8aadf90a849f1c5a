import { asText } from '../../kernel/record/text.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { CompetenceAssessment, Found, Gap } from './assessment.fields.ts';
import type { Need } from './profile.fields.ts';
import { repeated } from './competence.rules.ts';

type Of = Rule<CompetenceAssessment>;
const needsIn = ({ facts }: Pick<Context, 'facts'>) => (facts['needs'] ?? []) as readonly Need[];
const levelsIn = ({ input }: Pick<Context, 'input'>) => (input['levels'] ?? []) as readonly Found[];

/** What is measured against what: without a profile there is only an opinion. */
export const profileIsThere: Of = (assessment, _actor, { facts, input }) =>
  typeof facts['profileId'] === 'string'
    ? undefined
    : no(
        'competence_assessment.no_profile',
        { role: `@role.${asText(input['role'] ?? assessment.role)}` },
        'role',
      );

export const notPlannedYet: Of = (_assessment, _actor, { facts }) =>
  typeof facts['planned'] === 'string'
    ? no('competence_assessment.planned_already', { number: facts['planned'] })
    : undefined;

/** Each that the role needs is looked at, each once. */
export const everyNeedIsRated: Of = (_assessment, _actor, context) => {
  const ids = levelsIn(context).map(({ competenceId }) => competenceId);
  if (repeated(ids) !== undefined) return no('competence_profile.twice', {}, 'levels');
  const left = needsIn(context).filter(({ competenceId }) => !ids.includes(competenceId)).length;
  return left > 0 ? no('competence_assessment.not_all_rated', { count: left }, 'levels') : undefined;
};

/** 7.2: a level without anything that shows it is a guess. */
export const levelsHaveEvidence: Of = (_assessment, _actor, context) =>
  levelsIn(context).some(({ level, evidence }) => level > 0 && (evidence ?? '').trim() === '')
    ? no('competence_assessment.no_evidence', {}, 'levels')
    : undefined;

/** Who lacks what the role demands does not do it alone until then. */
export const limitsAreSaid: Of = (assessment, _actor, context) => {
  const restriction = context.input['restriction'] ?? assessment.restriction;
  return gapsOf(context).some(({ mandatory }) => mandatory) && typeof restriction !== 'string'
    ? no('competence_assessment.no_restriction', {}, 'restriction')
    : undefined;
};

/** Below what the role needs. */
export function gapsOf(context: Pick<Context, 'facts' | 'input'>): Gap[] {
  const found = new Map(levelsIn(context).map(({ competenceId, level }) => [competenceId, level]));
  return needsIn(context).flatMap(({ competenceId, level: needed, mandatory }) => {
    const level = found.get(competenceId) ?? 0;
    return level < needed ? [{ competenceId, needed, level, mandatory }] : [];
  });
}

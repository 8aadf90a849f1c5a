import { addInterval, dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { anyone } from '../../kernel/process/refusal.ts';
import { staff } from '../../kernel/access/roles.ts';
import { organisationLanguage } from '../../kernel/directory/person.defaults.ts';
import { plannedIntervals } from '../../kernel/evidence/intervals.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import type { Assessment } from './assessment.fields.ts';
import * as rules from './assessment.rules.ts';
import { occurrences } from './occurrence.queries.ts';
import { typicalGap } from './typical-gaps.ts';

/** Who judges whether what is there is adequate. A consultant advises, and may not. */
const judges = ['sms-manager', 'internal-auditor', 'top-management'];
const leaders = ['sms-manager', 'top-management'];
/** Who audits does not say how far the work has come (S5). */
const workers = staff.filter((role) => role !== 'internal-auditor');
const iso = (at: number) => new Date(at).toISOString();

/** A gap begins with what is usually lacking, in the organisation's language, for people to say it better. */
function assessed(
  assessment: Assessment,
  actor: Actor,
  { at, input, settings }: Context,
): Partial<Assessment> {
  const by = { assessedAt: iso(at), assessedById: actor.id };
  if (assessment.gapStatus === 'fulfilled')
    return { ...by, gap: null, gapGroup: null, effortDays: null, decision: assessment.decision ?? 'fits' };
  const typical = typicalGap(assessment.requirement ?? '');
  return {
    ...by,
    gap: assessment.gap ?? typical?.text[settings.get(organisationLanguage).value] ?? null,
    gapGroup: assessment.gapGroup ?? (input['gapGroup'] === null ? null : (typical?.group ?? null)),
  };
}

/** A judgement holds for the requirement's planned interval, and a year where it has none. */
function judged(assessment: Assessment, actor: Actor, { at, input, settings }: Context): Partial<Assessment> {
  const id = assessment.requirement ?? '';
  const interval = settings.get(plannedIntervals).value[id] ?? requirementNamed(id)?.interval ?? 'P12M';
  const until = input['judgedUntil'];
  return {
    judgedAt: iso(at),
    judgedById: actor.id,
    judgedUntil: typeof until === 'string' ? until : addInterval(dayIn(settings, at), interval),
  };
}

/**
 * One record for each requirement, for as long as the standard holds. There is no state in which a requirement does not
 * apply: no clause of 4 to 10 can be switched off (1.2), and “nothing happened” is confirmed for a period.
 */
export const process = defineProcess<Assessment>()({
  states: { in_force: 'active' },
  initial: 'in_force',
  create: {
    by: ['system'],
    fields: ['title', 'standard', 'requirement'],
    required: ['title', 'standard', 'requirement'],
    checks: [rules.isKnown],
  },
  edit: { from: ['in_force'], by: leaders, fields: ['ownerId'] },
  transitions: {
    assess: {
      from: ['in_force'],
      by: workers,
      fields: ['gapStatus', 'gapGroup', 'gap', 'effortDays', 'decision', 'decisionReason'],
      required: ['gapStatus'],
      options: { gapStatus: ['fulfilled', 'partly', 'missing'] },
      checks: [rules.gapIsDecided],
      set: assessed,
    },
    judge: {
      from: ['in_force'],
      by: judges,
      fields: ['verdict', 'verdictNote', 'judgedUntil'],
      required: ['verdict', 'verdictNote'],
      checks: [rules.untilIsAhead],
      set: judged,
    },
    confirm_none: {
      from: ['in_force'],
      by: [anyone],
      fields: ['noneFrom', 'noneTo', 'noneNote'],
      required: ['noneFrom', 'noneTo', 'noneNote'],
      rules: [rules.isOwner],
      facts: async (work, { requirement }, { noneFrom, noneTo }) =>
        typeof noneFrom === 'string' && typeof noneTo === 'string' && noneFrom <= noneTo
          ? { occurred: await occurrences(work, requirement ?? '', noneFrom, noneTo) }
          : {},
      checks: [rules.periodIsOver, rules.nothingOccurred],
      set: (_assessment, actor, { at }) => ({ noneAt: iso(at), noneById: actor.id }),
    },
  },
  clocks: {},
});

import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { relationshipManagers } from './satisfaction.access.ts';
import type { Survey } from './survey.fields.ts';

const asked = [
  'title', 'questionEn', 'questionZh', 'aboutType', 'channel', 'sampleShare', 'quietDays', 'lowScore',
  'followUpHours', 'answerDays', 'sampleStatement',
] as const; // prettier-ignore

/** 8.3.2: the sample must be representative, and a reader of the figures must be told why it is. */
const samplingIsStated: Rule<Survey> = (survey) =>
  survey.sampleStatement === null ? no('survey.sample_not_stated', {}, 'sampleStatement') : undefined;

/** designed → approved → running → closed → analysed → reported (processes.md 10). */
export const surveyProcess = defineProcess<Survey>()({
  states: {
    designed: 'new',
    approved: 'active',
    running: 'active',
    closed: 'active',
    analysed: 'active',
    reported: 'closed',
  },
  initial: 'designed',
  create: {
    by: relationshipManagers,
    fields: asked,
    required: ['title', 'questionEn', 'questionZh', 'aboutType'],
  },
  edit: {
    from: ['designed'],
    by: relationshipManagers,
    fields: asked,
    required: ['title', 'questionEn', 'questionZh', 'aboutType'],
  },
  transitions: {
    approve: {
      from: ['designed'],
      to: 'approved',
      by: relationshipManagers,
      rules: [samplingIsStated],
      set: (_survey, actor, { at }) => ({ approvedById: actor.id, approvedAt: new Date(at).toISOString() }),
    },
    run: { from: ['approved'], to: 'running', by: relationshipManagers },
    close: { from: ['running'], to: 'closed', by: relationshipManagers },
    analyse: {
      from: ['closed'],
      to: 'analysed',
      by: relationshipManagers,
      fields: ['conclusions'],
      required: ['conclusions'],
    },
    report: { from: ['analysed'], to: 'reported', by: relationshipManagers },
  },
  clocks: {},
});

import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { ContextIssue } from './context-issue.fields.ts';

type Of = Rule<ContextIssue>;
const after = (issue: ContextIssue, { input }: Context) => ({ ...issue, ...input }) as ContextIssue;

/** One question, one answer: two would contradict each other sooner or later. */
export const climateIsAskedOnce: Of = (_issue, _actor, { facts }) =>
  typeof facts['other'] === 'string'
    ? no('context_issue.climate_is_there', { number: facts['other'] }, 'factor')
    : undefined;

export const climateIsExternal: Of = (issue, _actor, context) => {
  const { factor, side } = after(issue, context);
  return factor === 'climate' && side === 'internal'
    ? no('context_issue.climate_is_external', {}, 'side')
    : undefined;
};

export const climateStaysClimate: Of = (issue, _actor, { input }) =>
  issue.factor === 'climate' && input['factor'] !== undefined && input['factor'] !== 'climate'
    ? no('context_issue.climate_stays', {}, 'factor')
    : undefined;

export const isClimate: Of = (issue) =>
  issue.factor === 'climate' ? undefined : no('context_issue.not_climate');
/** Amendment 1: it is answered, not merely listed. */
export const climateIsDecided: Of = (issue) =>
  issue.factor === 'climate' ? no('context_issue.climate_is_decided') : undefined;
export const climateStays: Of = (issue) =>
  issue.factor === 'climate' ? no('context_issue.climate_stays') : undefined;

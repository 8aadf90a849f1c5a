import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holds } from '../../kernel/access/actor.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type { ReportDefinition } from './definition.fields.ts';
import { periodAt } from './periods.ts';
import { blank, leaders, mayDecideAlone, wrote } from './reporting.roles.ts';
import type { Difference } from './service-report.contents.ts';
import type { Contents, Decision, ServiceReport } from './service-report.fields.ts';

type Of = Rule<ServiceReport>;

export const definitionIsInForce: Of = (_report, _actor, { facts }) => {
  const definition = facts['definition'] as ReportDefinition | undefined;
  return definition && definition.state !== 'in_force'
    ? no('service_report.not_defined', { number: definition.number }, 'definitionId')
    : undefined;
};

/** A whole period of its own that is over: what still runs cannot be reported. */
export const periodIsOver: Of = (_report, _actor, { facts, input, at, settings }) => {
  const definition = facts['definition'] as ReportDefinition | undefined;
  if (!definition || typeof input['periodFrom'] !== 'string') return undefined;
  const period = periodAt(input['periodFrom'], definition.frequency ?? 'month');
  if (period.from !== input['periodFrom'])
    return no('service_report.no_such_period', { from: period.from }, 'periodFrom');
  return period.to >= dayIn(settings, at)
    ? no('service_report.period_running', { to: period.to }, 'periodFrom')
    : undefined;
};

export const isTheOnlyOne: Of = (_report, _actor, { facts }) =>
  typeof facts['twin'] === 'string'
    ? no('service_report.there_already', { number: facts['twin'] }, 'periodFrom')
    : undefined;

const said = (
  report: ServiceReport,
  input: Readonly<Record<string, unknown>>,
  field: 'emptyReason' | 'provisionalReason',
) => {
  const given = input[field] === undefined ? report[field] : input[field];
  return !blank(typeof given === 'string' ? given : null);
};

/** 0.1.6, 0.5: that nothing happened is said by somebody; a page of n/a says nothing. */
export const emptyIsExplained: Of = (report, _actor, { facts, input }) => {
  const contents = facts['contents'] as Contents | undefined;
  return contents?.empty === true && !said(report, input, 'emptyReason')
    ? no('service_report.period_empty', {}, 'emptyReason')
    : undefined;
};

export const provisionalIsExplained: Of = (report, _actor, { facts, input }) => {
  const contents = facts['contents'] as Contents | undefined;
  return contents?.provisional === true && !said(report, input, 'provisionalReason')
    ? no('service_report.still_settling', {}, 'provisionalReason')
    : undefined;
};

/** S1. */
export const approvedByAnother: Of = (report, actor, context) =>
  wrote(report, actor) && !mayDecideAlone(context) ? no('service_report.approver_wrote_it') : undefined;

/** What is approved is what the records say: where they have moved since, it is drafted anew first. */
export const figuresStand: Of = (_report, _actor, { facts }) => {
  const moved = facts['moved'] as readonly Difference[];
  return moved.length > 0
    ? no('service_report.figures_moved', {
        count: moved.length,
        names: moved
          .slice(0, 4)
          .map(({ key }) => `@${key.replace('.', '.measure.')}`)
          .join(' '),
      })
    : undefined;
};

export const somebodyReceivesIt: Of = (_report, _actor, { facts }) =>
  (facts['recipients'] as readonly string[]).length === 0
    ? no('report_definition.without_recipients')
    : undefined;

/** The management's report is reviewed by the management. */
export const reviewedByItsReaders: Of = ({ audience }, actor) =>
  audience === 'management' && !leaders.some((role) => holds(actor, role))
    ? no('service_report.reviewed_by_management')
    : undefined;

/** 9.4 c: each missed figure is answered, by an action or by saying why there is none. */
export const everyMissIsAnswered: Of = (report, _actor, { input }) => {
  const decisions = (input['decisions'] ?? []) as readonly Decision[];
  const answered = new Set(decisions.map(({ key }) => key));
  const open = (report.contents?.figures ?? []).filter(({ met, key }) => met === false && !answered.has(key));
  if (open.length > 0)
    return no(
      'service_report.not_answered',
      {
        count: open.length,
        names: open
          .slice(0, 4)
          .map(({ key }) => `@${key.replace('.', '.measure.')}`)
          .join(' '),
      },
      'decisions',
    );
  if (decisions.length === 0) return no('service_report.nothing_decided', {}, 'decisions');
  const without = decisions.find(({ decision, action }) => decision === 'act' && action === undefined);
  return without === undefined ? undefined : no('service_report.action_needed', {}, 'decisions');
};

export const actionsAreDone: Of = (_report, _actor, { facts }) => {
  const open = facts['open'] as readonly string[];
  return open.length > 0 ? no('service_report.actions_open', { numbers: open.join(', ') }) : undefined;
};

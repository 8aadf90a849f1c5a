import { holds } from '../../kernel/access/actor.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import { judges } from './audit.roles.ts';
import type { Held } from './engagement.effects.ts';
import type { AuditEngagement, Interview } from './engagement.fields.ts';

type R = Rule<AuditEngagement>;
const day = 86_400_000;
const longestDays = 366;

/** What it will be when the input is in. */
const given = <K extends keyof AuditEngagement>(
  engagement: AuditEngagement,
  input: Readonly<Record<string, unknown>>,
  key: K,
): AuditEngagement[K] => (input[key] === undefined ? engagement[key] : (input[key] as AuditEngagement[K]));

export const namesAuditors: R = (engagement, _actor, { input }) =>
  (given(engagement, input, 'auditorIds') ?? []).length === 0
    ? no('audit_engagement.nobody', {}, 'auditorIds')
    : undefined;

export const datesInOrder: R = (engagement, _actor, { input }) => {
  for (const [first, last] of [
    ['periodFrom', 'periodTo'],
    ['accessFrom', 'accessTo'],
  ] as const) {
    const [from, to] = [given(engagement, input, first), given(engagement, input, last)];
    if (from !== null && to !== null && to < from) return no('problem.dates_reversed', { from, to }, last);
  }
  return undefined;
};

/** A box without an end is none. */
export const notTooLong: R = (engagement, _actor, { input }) => {
  const [from, to] = [given(engagement, input, 'accessFrom'), given(engagement, input, 'accessTo')];
  const days = from === null || to === null ? 0 : (Date.parse(to) - Date.parse(from)) / day + 1;
  return days > longestDays
    ? no('audit_engagement.too_long', { days, most: longestDays }, 'accessTo')
    : undefined;
};

/** 0.3: nobody opens the house to themselves. */
export const notForOneself: R = (engagement, actor) =>
  actor.id !== null && (engagement.auditorIds ?? []).includes(actor.id)
    ? no('audit_engagement.for_oneself')
    : undefined;

export const notOver: R = (engagement, _actor, { at }) =>
  engagement.accessTo !== null && engagement.accessTo < new Date(at).toISOString().slice(0, 10)
    ? no('audit_engagement.over', { to: engagement.accessTo })
    : undefined;

/** 9.2: who works in the system does not look at it from outside; a role beside it would also be of no use to them. */
export const auditorsHoldNothingElse: R = (engagement, _actor, { facts }) => {
  const held = (facts as Held).others;
  return engagement.kind === 'internal' || held.length === 0
    ? undefined
    : no('audit_engagement.holds_roles', {
        names: held.map(({ name }) => name).join(', '),
        roles: held.map(({ role }) => `@role.${role}`).join(', '),
      });
};

export const isNamedAuditor: R = (engagement, actor) =>
  actor.id !== null && (engagement.auditorIds ?? []).includes(actor.id)
    ? undefined
    : no('audit_engagement.not_named');

export const requirementIsThere: R = (_engagement, _actor, { input }) => {
  const { requirement } = input['question'] as Interview;
  return requirement != null && !requirementNamed(requirement)
    ? no('audit_engagement.no_such_requirement', { requirement }, 'question')
    : undefined;
};

/** A consultant notes what was said; what it is worth an auditor says. */
export const consultantsJudgeNothing: R = (_engagement, actor, { input }) =>
  (input['question'] as Interview).result != null && !judges.some((role) => holds(actor, role))
    ? no('audit_workspace.consultant_judges', {}, 'question')
    : undefined;

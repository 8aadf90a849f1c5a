import { addDays } from '../../kernel/calendar/home-days.ts';

/** What becomes of a step: a record of the practice that it belongs to, or an action that somebody finishes. */
type StepType = 'internal-audit' | 'management-review' | 'action-item';

type Step = {
  readonly kind: string;
  readonly clause: string;
  /** How long before the external audit. */
  readonly daysBefore: number;
  readonly makes: StepType;
  /** Whose it is, as far as somebody holds it. */
  readonly role: string;
};

const action = (kind: string, clause: string, daysBefore: number, role: string): Step => ({
  kind,
  clause,
  daysBefore,
  makes: 'action-item',
  role,
});

/**
 * What a year of the system has, in the order in which one rests on another: what is reviewed is audited, what was audited is
 * before top management, and both are over before anybody comes from outside (certification.md 6: 90 and 60 days).
 */
export const steps = [
  action('context', '4.1', 160, 'sms-manager'),
  action('risks', '6.1', 155, 'sms-manager'),
  action('objectives', '6.2', 150, 'sms-manager'),
  action('documents', '7.5.3', 145, 'document-controller'),
  action('competence', '7.2', 140, 'sms-manager'),
  action('agreements', '8.3.3', 135, 'service-level-manager'),
  action('customers', '8.3.2', 132, 'business-relationship-manager'),
  action('suppliers', '8.3.4', 130, 'service-level-manager'),
  action('configuration', '8.2.6', 125, 'configuration-manager'),
  action('capacity', '8.4.3', 122, 'service-owner'),
  action('security', '8.7.3', 118, 'sms-manager'),
  action('continuity', '8.7.2', 112, 'service-owner'),
  action('emergency_change', '8.5.1', 108, 'change-manager'),
  {
    kind: 'internal_audit',
    clause: '9.2',
    daysBefore: 90,
    makes: 'internal-audit',
    role: 'internal-auditor',
  },
  action('corrective_actions', '10.1', 72, 'sms-manager'),
  {
    kind: 'management_review',
    clause: '9.3',
    daysBefore: 60,
    makes: 'management-review',
    role: 'top-management',
  },
  action('decisions', '9.3', 32, 'sms-manager'),
  action('readiness', '9.1', 14, 'sms-manager'),
] as const satisfies readonly Step[];

/** An audit from outside that the year is planned for; without one the year itself is. */
export type Anchor = {
  /** Its number, or `year-2027`. */
  readonly key: string;
  readonly title: string;
  readonly day: string;
  /** Whether it is an audit from outside. */
  readonly external: boolean;
};

export type Proposed = Step & {
  readonly anchor: string;
  readonly day: string;
  /** The usual distance is past: what is left of the time is shared in the same order. */
  readonly squeezed: boolean;
};

const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export const isWeekday = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek <= 5;
/** The longest time that an office is closed for. */
const longestClosed = 31;

/** Nothing is begun on a Saturday, a Sunday or a holiday; the last working day before is. */
function workingDay(day: string, works: (day: string) => boolean): string {
  for (let before = 0; before <= longestClosed; before++)
    if (works(addDays(day, -before))) return addDays(day, -before);
  return day;
}

/** The steps before an audit on days that are worked on, never earlier than tomorrow, each at least as late as the one before it. */
export function stepsBefore(anchor: Anchor, today: string, works = isWeekday): readonly Proposed[] {
  const tomorrow = addDays(today, 1);
  const left = daysBetween(today, anchor.day);
  if (left < 2) return [];
  const longest = steps[0].daysBefore;
  const share = Math.min(1, (left - 1) / longest);
  return steps.map((step) => {
    const wanted = addDays(anchor.day, -step.daysBefore);
    const squeezed = share < 1 && wanted < tomorrow;
    const shared = addDays(anchor.day, -Math.max(1, Math.round(step.daysBefore * share)));
    const day = workingDay(share < 1 ? shared : wanted, works);
    return { ...step, anchor: anchor.key, day: day < tomorrow ? tomorrow : day, squeezed };
  });
}

type Dated = { readonly kind: string; readonly day: string; readonly until?: string };

/** What is out of order before an audit: the first pair, with what has to be before what. */
export function outOfOrder(anchor: Anchor, entries: readonly Dated[]) {
  const audit = entries.find(({ kind }) => kind === 'internal_audit');
  const review = entries.find(({ kind }) => kind === 'management_review');
  if (audit && review && review.day <= (audit.until ?? audit.day))
    return { kind: 'management_review', after: audit.until ?? audit.day };
  const late = anchor.external ? entries.find(({ day, until }) => (until ?? day) >= anchor.day) : undefined;
  return late && { kind: late.kind, before: anchor.day };
}

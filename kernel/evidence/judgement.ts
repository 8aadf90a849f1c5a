import { requirementNamed } from '../../standard/catalogue.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { judge } from './answer.ts';
import type { Bound, Found, When } from './evidence.ts';

/**
 * What people said of a requirement: whether what is there is adequate (which no query can know), and that nothing
 * occurred in a period (0.1.6: an empty list alone is no evidence).
 */
export type Judgement = {
  /** The record that holds it, with its trail. */
  readonly recordId: string;
  readonly number: string;
  readonly ownerId: string | null;
  readonly verdict: 'adequate' | 'inadequate' | null;
  readonly judgedAt: string | null;
  readonly judgedById: string | null;
  /** The judgement holds until then; afterwards somebody has to look again. */
  readonly judgedUntil: string | null;
  /** The owner confirmed that nothing occurred from … to …. */
  readonly noneFrom: string | null;
  readonly noneTo: string | null;
  readonly noneById: string | null;
};

/** Of every requirement of which somebody said something, by its id. */
export type Judgements = (tx: Tx) => Promise<ReadonlyMap<string, Judgement>>;

const key = 'evidence.judged';

/** Where the catalogue wants a person's judgement, or no check can answer: was it judged, is it adequate, does it still hold? */
export function byJudgement(
  judgements: ReadonlyMap<string, Judgement>,
  { requirement, checks }: Pick<Bound, 'requirement' | 'checks'>,
  when: When,
): Found | undefined {
  if (checks.length > 0 && requirementNamed(requirement)?.mode === 'auto') return undefined;
  const check = { kind: 'asked' as const, key, ask: async () => ({ n: 0, faults: 0 }) };
  const said = judgements.get(requirement);
  const holds = said?.verdict != null && (said.judgedUntil === null || said.judgedUntil > when.now);
  return judge(check, {
    n: holds ? 1 : 0,
    faults: holds && said.verdict === 'inadequate' ? 1 : 0,
    found: said ? [said.recordId] : [],
    newestAt: said?.judgedAt ?? null,
    lapsesAt: holds ? said.judgedUntil : null,
    empty: 'missing',
  });
}

/**
 * Was it confirmed that nothing occurred, for all of the period up to now? Of what is due every quarter the last quarter is
 * confirmed: `interval` is the requirement's own, as an ISO 8601 duration, where it has one.
 */
export const noneConfirmed = (
  said: Pick<Judgement, 'noneFrom' | 'noneTo'> | undefined,
  when: Pick<When, 'from' | 'now'>,
  interval: string | null,
): boolean =>
  said?.noneFrom != null &&
  said.noneTo !== null &&
  said.noneFrom <= firstDay(when, interval) &&
  said.noneTo >= Temporal.PlainDate.from(when.now.slice(0, 10)).subtract({ days: 31 }).toString();

/** Of the period, or of the interval that ends it, whichever is shorter. */
function firstDay({ from, now }: Pick<When, 'from' | 'now'>, interval: string | null): string {
  const first = from.slice(0, 10);
  const own = interval === null ? first : Temporal.PlainDate.from(now.slice(0, 10)).subtract(interval).toString();
  return own > first ? own : first;
} // prettier-ignore

import type { Answer, Check, Found, Status } from './evidence.ts';

/** What a check looked at and found, before it is judged. */
export type Counted = {
  readonly n: number;
  readonly faults: number;
  readonly found?: readonly string[];
  readonly newestAt?: string | null;
  readonly lapsesAt?: string | null;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly empty?: 'none' | 'missing';
};

/** Without a population there is no share: nothing occurred, or what must exist is missing; never “100 %” (0.5). */
export function judge(check: Check, counted: Counted): Found {
  const { n, faults } = counted;
  const empty = counted.empty ?? (check.kind === 'each' ? (check.empty ?? 'none') : 'missing');
  const wanted = check.kind === 'some' ? (check.atLeast ?? 1) : 1;
  const status: Status =
    n === 0 ? empty
    : check.kind === 'some' ? (n >= wanted ? 'met' : 'partly')
    : faults === 0 ? 'met'
    : faults >= n ? 'missing'
    : 'partly'; // prettier-ignore
  return {
    key: check.key,
    kind: check.kind,
    ...(check.kind === 'asked' ? {} : { recordType: check.recordType }),
    status,
    n,
    faults,
    newestAt: counted.newestAt ?? null,
    lapsesAt: counted.lapsesAt ?? null,
    found: counted.found ?? [],
    ...(counted.params ? { params: counted.params } : {}),
  };
}

/** A query that fails makes its requirement one that cannot be evaluated: loudly, and never green. */
export const failed = (check: Check, error: unknown): Found => ({
  ...judge(check, { n: 0, faults: 0 }),
  status: 'failed',
  failure: error instanceof Error ? error.message : String(error),
});

/**
 * The checks of a requirement together: what cannot be evaluated or is missing decides; where some hold and some are
 * missing it is partly met; nothing occurred only where nothing occurred for any of them.
 */
export function together(requirement: string, checks: readonly Found[]): Answer {
  const has = (status: Status) => checks.some((c) => c.status === status);
  const counting = checks.filter((c) => c.status !== 'none');
  const status: Status =
    has('failed') ? 'failed'
    : counting.length === 0 ? 'none'
    : counting.every((c) => c.status === 'missing') ? 'missing'
    : counting.every((c) => c.status === 'met') ? 'met'
    : 'partly'; // prettier-ignore
  return {
    requirement,
    status,
    n: checks.reduce((sum, c) => sum + c.n, 0),
    faults: checks.reduce((sum, c) => sum + c.faults, 0),
    newestAt: latest(checks.map((c) => c.newestAt)),
    lapsesAt: earliest(checks.filter((c) => c.status === 'met').map((c) => c.lapsesAt)),
    checks,
  };
}

const given = (instants: readonly (string | null)[]) => instants.filter((i) => i !== null).toSorted();
const latest = (instants: readonly (string | null)[]) => given(instants).at(-1) ?? null;
const earliest = (instants: readonly (string | null)[]) => given(instants).at(0) ?? null;

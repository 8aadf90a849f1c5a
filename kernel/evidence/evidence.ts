import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import type { SettingKey, Settings } from '../practice/settings.ts';

/**
 * How a practice answers one requirement of the standard: by checks over its own records. A requirement without checks
 * is one that only a person can attest; the answer then says so. Presence, timing and consistency are computed, adequacy
 * never is: a requirement that is met here is evidence for an auditor, no conformity.
 */
export type Evidence = {
  /** `8.6.1-a` of standard/. Exactly one practice answers it. */
  readonly requirement: string;
  readonly checks: readonly Check[];
};

/** The period that is asked about, and the instant at which it is asked. Instants as ISO texts. */
export type When = { readonly now: string; readonly from: string; readonly to: string };

/** On rows of `record r` joined with the type's own table `t`. A function where the verdict depends on the time. */
export type Condition = RawBuilder<boolean> | ((when: When) => RawBuilder<boolean>);

type Named = {
  /**
   * `incident.classified`. Its words are `incident.demand.classified` (what must hold: “Closed incidents carry a
   * category”) and `incident.lack.classified` (of a record that fails: “closed without a category”).
   */
  readonly key: string;
};

type OfRecords = Named & {
  readonly recordType: string;
  /** Which records are looked at; what 0.5 excludes (cancelled, duplicates) is left out here. */
  readonly population: Condition;
  /**
   * The instant that puts a record into the period; `created` when absent, `now` where things are looked at as they
   * stand, whatever the period.
   */
  readonly at?: RawBuilder<string> | 'created' | 'now';
};

/** Every record of a population must be without a fault. Without a population nothing occurred. */
export type EachCheck = OfRecords & {
  readonly kind: 'each';
  readonly fault: Condition;
  /** When a record that has no fault gets one by time alone (a review falls due); also tells when the answer will lapse. */
  readonly due?: RawBuilder<string>;
  /** What an empty population means: nothing occurred, or something is missing that must exist (live services, a policy). */
  readonly empty?: 'none' | 'missing';
  /**
   * Do population, fault and due depend on nothing but the record's own rows (r, t, clocks, comments, its events), all
   * of whose changes stand in its trail? Then only the days are counted again on which something changed: needed for
   * types with very many records.
   */
  readonly byDay?: boolean;
  /** A control watch: each fault is raised as a lapse, once. */
  readonly watched?: boolean;
};

/** Something must have been done, often enough and lately enough: an analysis, a verification, a review. */
export type SomeCheck = OfRecords & {
  readonly kind: 'some';
  readonly atLeast?: number;
  /**
   * Within the requirement's planned interval before the end of the period (`interval`: as the catalogue or the
   * organisation has it); absent: at any time in the period.
   */
  readonly within?: 'interval';
};

/** What no query over one record type can say: settings, documents, the trail itself. */
export type AskedCheck = Named & {
  readonly kind: 'asked';
  readonly ask: (tx: Tx, known: Known, when: When) => Promise<Asked>;
};

/** What such a check may look at besides the database. */
export type Known = {
  readonly settings: Settings;
  /** Is this requirement answered by some practice? */
  readonly isAnswered: (requirement: string) => boolean;
};

export type Asked = {
  readonly n: number;
  readonly faults: number;
  /** Records with the fault, where they are records. */
  readonly found?: readonly string[];
  /** For the words of the demand and of the lack. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly newestAt?: string | null;
  readonly lapsesAt?: string | null;
  readonly empty?: 'none' | 'missing';
};

export type Check = EachCheck | SomeCheck | AskedCheck;
export type RecordCheck = EachCheck | SomeCheck;

/** `answers('8.6.1-a', each(…), some(…))`: without checks, a requirement that only a person can attest. */
export const answers = (requirement: string, ...checks: readonly Check[]): Evidence => ({
  requirement,
  checks,
});
export const each = (check: Omit<EachCheck, 'kind'>): EachCheck => ({ kind: 'each', ...check });
export const some = (check: Omit<SomeCheck, 'kind'>): SomeCheck => ({ kind: 'some', ...check });
export const asked = (key: string, ask: AskedCheck['ask']): AskedCheck => ({ kind: 'asked', key, ask });
/** A rule of the organisation is set: it says something, and names what must be among it. */
export const ruled = (key: string, rule: SettingKey<object>, must?: string): AskedCheck =>
  asked(key, async (_tx, { settings }) => {
    const { value, version } = settings.get(rule);
    const names = Object.keys(value);
    const lacks = must !== undefined && !names.includes(must);
    return { n: names.length, faults: lacks ? 1 : 0, empty: 'missing', params: { version } };
  });
/** A condition in plain SQL, in brackets. Never with anything in it that somebody typed. */
export const where = (text: string): RawBuilder<boolean> => sql<boolean>`(${sql.raw(text)})`;
export const instantOf = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
/** The same with `:now`, `:from` and `:to` in it: the period that is asked about. */
export const whereAt =
  (text: string) =>
  (when: When): RawBuilder<boolean> =>
    where(
      text.replaceAll(
        /:(now|from|to)\b/gu,
        (_all, name: keyof When) => `'${new Date(when[name]).toISOString()}'::timestamptz`,
      ),
    );

/** A requirement's binding with the practice that owns it. */
export type Bound = Evidence & { readonly practice: string };

/** How a requirement is answered at all: by queries, by a person's word, or not yet, because its practice is not built. */
export function wayOf(
  bound: ReadonlyMap<string, Bound>,
  requirement: string,
): 'live' | 'attested' | 'not_built' {
  const evidence = bound.get(requirement);
  return !evidence ? 'not_built' : evidence.checks.length === 0 ? 'attested' : 'live';
}

export const at = (condition: Condition, when: When): RawBuilder<boolean> =>
  typeof condition === 'function' ? condition(when) : condition;

/** met: nothing lacks. partly: some records have a fault, or a part is missing. none: nothing occurred. failed: cannot be evaluated. */
export const statuses = ['met', 'partly', 'missing', 'none', 'failed'] as const;
export type Status = (typeof statuses)[number];

/** What one check found. */
export type Found = {
  readonly key: string;
  readonly kind: Check['kind'];
  readonly recordType?: string;
  readonly status: Status;
  readonly n: number;
  readonly faults: number;
  readonly newestAt: string | null;
  readonly lapsesAt: string | null;
  /** The first records with the fault, newest first. */
  readonly found: readonly string[];
  readonly params?: Readonly<Record<string, string | number>>;
  /** Why it could not be evaluated. */
  readonly failure?: string;
};

/** What the checks of a requirement found together. */
export type Answer = {
  readonly requirement: string;
  readonly status: Status;
  readonly n: number;
  readonly faults: number;
  readonly newestAt: string | null;
  readonly lapsesAt: string | null;
  readonly checks: readonly Found[];
};

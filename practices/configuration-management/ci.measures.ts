import { sql } from 'kysely';
import { defineMeasure } from '../../kernel/measure/measure.ts';

const live = sql<boolean>`r.state in ('live', 'under_change')`;
const shared = { recordType: 'ci', clause: '8.2.6' } as const;

/** Live items whose last edit cited no change: unauthorised until a change is shown. Target 0. */
const unlinkedEdits = defineMeasure({
  ...shared, key: 'ci.unlinked_edits', unit: 'count', better: 'lower', kind: 'stock', population: live,
  openAt: (end) => sql<boolean>`t.unlinked_edit_at < ${end}::timestamptz`,
}); // prettier-ignore

/** Live items that no relation begins or ends at / live items: a list of things is no configuration information. */
const orphans = defineMeasure({
  ...shared, key: 'ci.orphans', unit: 'percent', better: 'lower', kind: 'ratio', population: live,
  numerator: sql<boolean>`not exists (select from ci_relation e where e.from_id = r.id and e.until is null)
    and not exists (select from ci_relation e where e.to_id = r.id and e.until is null)`,
}); // prettier-ignore

const verified = defineMeasure({
  ...shared, key: 'ci.verified', unit: 'percent', better: 'higher', kind: 'ratio', population: live,
  numerator: sql<boolean>`t.last_verified_at >= now() - interval '12 months'`,
}); // prettier-ignore

const unverified = defineMeasure({
  ...shared, key: 'ci.unverified', unit: 'count', better: 'lower', kind: 'stock', population: live,
  openAt: (end) => sql<boolean>`coalesce(t.last_verified_at, t.went_live_at, r.created_at) < ${end}::timestamptz - interval '12 months'`,
}); // prettier-ignore

const unclearNames = defineMeasure({
  ...shared, key: 'ci.unclear_names', unit: 'count', better: 'lower', kind: 'stock',
  population: sql<boolean>`t.name_issue is not null`,
  openAt: (end) => sql<boolean>`r.open and r.created_at < ${end}::timestamptz`,
}); // prettier-ignore

export const measures = [unlinkedEdits, orphans, verified, unverified, unclearNames];

import { sql, type RawBuilder } from 'kysely';
import { homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';
import { staff } from '../../kernel/access/roles.ts';

/** What 7.5 asks to be seen: documents are in force, looked at in time, and read. `r` is the record, `t` its own row. */
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;
const about = { recordType: 'document' } as const;
const offered = `t.effective_version is not null and r.state <> 'obsolete'`;
const overdue = `coalesce(least(t.review_due_on, t.next_check_on) < ${homeToday}, false)`;

/** In force and reviewed in time / in force. */
const current = defineMeasure({
  ...about, clause: '7.5.2', key: 'document.current', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(offered), numerator: bool(`not ${overdue}`),
}); // prettier-ignore

const overdueForReview = defineMeasure({
  ...about, clause: '7.5.3', key: 'document.overdue', unit: 'count', better: 'lower', kind: 'count',
  population: bool(`${offered} and ${overdue}`),
}); // prettier-ignore

const roles = staff.map((role) => `'${role}'`).join(', ');
const addressees = `document_addressees(t.id, ${homeToday}, array[${roles}]) as a(id)`;
const coverage = `(select 100.0 * count(k.person_id) / nullif(count(*), 0) from ${addressees} left join document_acknowledgement k
  on k.document_id = t.id and k.person_id = a.id and k.major = split_part(t.effective_version, '.', 1)::int)`;

/** Mean over the documents that must be read of (people who acknowledged the version in force / people asked). */
const covered = defineMeasure({
  ...about, clause: '7.5.3', key: 'document.acknowledged', unit: 'percent', better: 'higher', kind: 'mean',
  population: bool(`${offered} and t.must_read <> 'nobody' and exists (select 1 from ${addressees})`),
  of: sql<number>`${sql.raw(coverage)}`,
}); // prettier-ignore

/** From submitting to approving, mean, median and P90, of the last version. */
const timeToApprove = defineMeasure({
  ...about, clause: '7.5.2', key: 'document.time_to_approve', unit: 'ms', better: 'lower', kind: 'duration',
  at: instant('t.approved_at'), population: bool('t.approved_at is not null and t.submitted_at is not null and t.approved_at >= t.submitted_at'),
  ms: sql<number>`(extract(epoch from t.approved_at - t.submitted_at) * 1000)`,
}); // prettier-ignore

/** Obsolete, and still linked from something open or named in a document in force. */
const stillLinked = defineMeasure({
  ...about, clause: '7.5.3', key: 'document.obsolete_linked', unit: 'count', better: 'lower', kind: 'count',
  population: bool(`r.state = 'obsolete' and (
    exists (select 1 from link l join record o on o.id = case when l.from_id = r.id then l.to_id else l.from_id end where r.id in (l.from_id, l.to_id) and o.open)
    or exists (select 1 from document d join record dr on dr.id = d.id join document_version v on v.document_id = d.id and v.version = d.effective_version
      where dr.state <> 'obsolete' and d.id <> r.id and strpos(coalesce(v.body_en, '') || coalesce(v.body_zh, ''), t.code) > 0))`),
}); // prettier-ignore

/** 7.5.3.1 d: external documents whose source was looked at within its term / external documents in force. */
const externalChecked = defineMeasure({
  ...about, clause: '7.5.3', key: 'document.external_checked', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`${offered} and t.origin = 'external'`), numerator: bool(`t.next_check_on >= ${homeToday}`),
}); // prettier-ignore

export const documentMeasures: readonly Measure[] = [
  current,
  overdueForReview,
  covered,
  timeToApprove,
  stillLinked,
  externalChecked,
];

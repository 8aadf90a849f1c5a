import {
  answers,
  asked,
  each,
  instantOf,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { standard } from '../../standard/catalogue.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** 7.5, answered by the documents, their versions, and the trail that protects the records. */
const inUse = `t.effective_version is not null and r.state <> 'obsolete'`;
const documents = { recordType: 'document', at: 'now', empty: 'missing', population: where(inUse) } as const;

/** 7.5.4: the documents without which there is no system, by the abbreviation in their code (documents.md 2). */
const core = ['SCP', 'POL', 'OBJ', 'SMP', 'CHP', 'ISP', 'SCM-PLN'];
const procedures = [
  'SVC', 'PTY', 'CAT', 'AM', 'CFG', 'BRM', 'SLM', 'SUP', 'FIN', 'DM', 'CAP', 'CHG', 'SDT', 'REL', 'IM', 'SR', 'PM', 'AVL', 'SCM', 'ISM',
]; // prettier-ignore

/** Which of these have no document in force and in date. */
async function lacking(tx: Tx, abbreviations: readonly string[], now: string) {
  const rows = await tx.run<{ abbreviation: string }>(
    'evidence_documents_lacking',
    `select x.abbreviation from unnest($1::text[]) x(abbreviation) where not exists (
       select 1 from document t join record r on r.id = t.id
       where t.code ~ ('^(SMS|IMS)-L[12]-[0-9]{2}-' || x.abbreviation || '(-[0-9]{2})?(@.+)?$')
         and ${inUse} and (t.review_due_on is null or t.review_due_on >= $2::timestamptz::date))`,
    [abbreviations, now],
  );
  return rows.map((row) => row.abbreviation);
}

const codes = (key: string, abbreviations: readonly string[]) =>
  asked(key, async (tx, _known, { now }) => {
    const missing = await lacking(tx, abbreviations, now);
    return {
      n: abbreviations.length,
      faults: missing.length,
      params: { count: abbreviations.length, missing: missing.join(', ') },
    };
  });

export const documentEvidence: readonly Evidence[] = [
  answers(
    '7.5.1-a',
    asked('document.coverage', async (tx, { isAnswered }) => {
      const wanted = standard().requirements.filter((r) => r.documented !== null);
      const rows = await tx.run<{ clause: string }>(
        'evidence_documented_clauses',
        `select distinct unnest(t.clauses) as clause from document t join record r on r.id = t.id where ${inUse}`,
      );
      const documented = new Set(rows.map((row) => row.clause));
      // A record that is kept live is documented information too (documents.md).
      const missing = wanted.filter(
        (r) =>
          !documented.has(r.clause) &&
          !documented.has(r.id) &&
          !(r.documented === 'retain' && isAnswered(r.id)),
      );
      return {
        n: wanted.length,
        faults: missing.length,
        params: {
          count: wanted.length,
          missing: missing
            .map((r) => r.id)
            .slice(0, 12)
            .join(', '),
        },
      };
    }),
  ),
  answers(
    '7.5.2-a',
    each({
      ...documents,
      key: 'document.identified',
      fault:
        where(`coalesce(btrim(t.code), '') = '' or coalesce(btrim(t.title_en), btrim(t.title_zh), '') = ''
        or cardinality(t.author_ids) = 0 and t.origin <> 'external' or t.level is null or r.owner_id is null and t.owner_role is null`),
    }),
  ),
  answers(
    '7.5.2-b',
    each({
      ...documents,
      key: 'document.approved',
      // While the next version is approved and waits for its day, the record speaks of that one already.
      fault: where(`t.origin <> 'external' and case when t.approved_version = t.effective_version then
          cardinality(t.approved_by_ids) = 0 or t.approved_at is null
          or t.approved_by_ids && t.author_ids and not coalesce(t.sod_exception, false)
          or t.effective_on < (t.approved_at at time zone 'UTC')::date - 1
        else not exists (select 1 from document_version v where v.document_id = r.id and v.version = t.effective_version
          and v.approved_at is not null and (v.sod_exception or not v.approver_ids && v.author_ids)) end`),
      watched: true,
    }),
  ),
  answers(
    '7.5.3-a',
    each({
      ...documents,
      key: 'document.in_date',
      fault: whereAt('t.review_due_on < (:now)::date'),
      due: instantOf('t.review_due_on::timestamptz'),
      watched: true,
    }),
  ),
  answers(
    '7.5.3-b',
    asked('document.trail_sealed', async (tx, _known, { now }) => {
      const [seal] = await tx.run<{ events: number; late: number; last: string | null }>(
        'evidence_sealed',
        `select (select count(*)::int from trail_seal) as events,
           (select count(*)::int from (select 1 from trail_event e
             where e.seq > coalesce((select max(x) from trail_seal s, unnest(s.seqs) x where s.batch = (select max(batch) from trail_seal)), 0)
               and e.recorded_at < $1::timestamptz - interval '1 hour' limit 1000) x) as late,
           (select max(sealed_at) from trail_seal) as last`,
        [now],
      );
      return {
        n: seal?.events ?? 0,
        faults: Math.min(seal?.late ?? 0, 1),
        newestAt: seal?.last ?? null,
        empty: 'missing',
      };
    }),
    each({
      ...documents,
      key: 'document.classified',
      fault: where('t.confidentiality is null or t.audience is null'),
    }),
  ),
  answers(
    '7.5.3-c',
    each({
      ...documents,
      key: 'document.retention',
      fault: where(`t.retention is null or t.retention::text = ''`),
    }),
  ),
  answers(
    '7.5.3-d',
    each({
      ...documents,
      key: 'document.external_checked',
      population: where(`t.origin = 'external' and r.state <> 'obsolete'`),
      fault: whereAt(`coalesce(btrim(t.source), '') = '' or coalesce(btrim(t.source_edition), '') = ''
        or coalesce(t.last_checked_on < (:now)::date - interval '12 months', true)`),
      due: instantOf(`(t.last_checked_on + interval '12 months')::timestamptz`),
    }),
  ),
  answers('7.5.4-a', codes('document.core', core)),
  answers('7.5.4-b', codes('document.processes', procedures)),
  answers('7.5.4-c', codes('document.procedures', ['MI', 'SCM-PLN', 'AUD', 'NC'])),
];

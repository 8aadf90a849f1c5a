import type { Tx } from '../../platform/db/tx.ts';
import type { House } from '../../kernel/practice/house.ts';
import { tableOf } from '../../kernel/record/store.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import { bulkDays, monthsOfWork, type Found } from './trial-run.queries.ts';

type Ask = (tx: Tx, house: House) => Promise<Found>;

/**
 * What a certification body expects to see before its audit, as far as a machine can tell; drawn from the certification
 * rules and from practice, not from the standard. An item without a question waits for its practice.
 */
export type Item = {
  readonly key: string;
  /** The record type it is asked of; while no practice has it, the item says that it cannot be told yet. */
  readonly type?: string;
  readonly ask?: Ask;
  /** The list behind it. */
  readonly records?: string;
};

/** At least one record of a type of which this holds. */
const one = (key: string, type: string, condition: string, records: string): Item => ({
  key,
  type,
  records,
  ask: async (tx, house) => {
    const rows = await tx.run(
      `trial_${key}`,
      `select 1 from record r join ${tableOf(typeNamed(house, type))} t on t.id = r.id where r.type = '${type}' and (${condition}) limit 1`,
    );
    return { have: rows.length, want: 1 };
  },
});

const inForce = `r.state in ('effective', 'review_due', 'revising') and t.document_class in ('process', 'procedure')`;

/** Days since the first process document came into force. */
const runLength: Ask = async (tx, house) => {
  const [row] = await tx.run<{ days: number | null }>(
    'trial_run_length',
    `select $1::date - min(v.effective_on) as days from document_version v join document t on t.id = v.document_id
     join record r on r.id = t.id where ${inForce}`,
    [new Date(house.now()).toISOString()],
  );
  return { have: Math.max(0, row?.days ?? 0), want: 90 };
};

/** A procedure that is younger than all that was done under it was written for the audit. */
const documentsFirst: Ask = async (tx, house) => {
  const codes = house.practices.map(({ code, records }) => ({ code, types: records.map(({ type }) => type) }));
  const [row] = await tx.run<{ have: number; want: number }>(
    'trial_documents_first',
    `select count(*)::int as want, (count(*) filter (where exists (
       select 1 from jsonb_to_recordset($1::jsonb) as p(code text, types jsonb), jsonb_array_elements_text(p.types) y, record x
       where p.code = split_part(t.code, '-', 4) and x.type = y and x.updated_at >= t.effective_on)))::int as have
     from document t join record r on r.id = t.id where ${inForce} and t.effective_on is not null`,
    [JSON.stringify(codes)],
  );
  return { have: row?.have ?? 0, want: Math.max(1, row?.want ?? 0) };
}; // prettier-ignore

export const trialRunItems: readonly Item[] = [
  { key: 'run_length', type: 'document', ask: runLength, records: '/documents' },
  { key: 'records_of_months', ask: monthsOfWork },
  { key: 'service_reports' },
  one('agreement_review', 'agreement', `t.kind = 'sla' and t.reviewed_at is not null`, '/agreements'),
  one('internal_audit', 'internal-audit', `r.state in ('verified', 'closed')`, '/internal-audits'),
  one('management_review', 'management-review', `r.state in ('signed', 'closed')`, '/management-reviews'),
  one('verification', 'verification', `r.state = 'closed' and t.items_checked > 0`, '/verifications'),
  one('problem_cause', 'problem', 't.root_cause_at is not null', '/problems'),
  one('change_review', 'change', 't.reviewed_at is not null', '/changes'),
  one('emergency_change', 'change', `t.category = 'emergency' and t.reviewed_at is not null`, '/changes?filter[category]=emergency'),
  one('release_baseline', 'release', 't.baseline_id is not null', '/releases'),
  { key: 'continuity_test' },
  { key: 'security_risks' },
  { key: 'supplier_review' },
  one('satisfaction', 'rating', 't.score is not null', '/ratings'),
  { key: 'budget' },
  { key: 'demand_forecast' },
  { key: 'capacity_plan' },
  { key: 'availability' },
  one('improvement', 'improvement', 't.measured_at is not null', '/improvements'),
  { key: 'competence' },
  { key: 'not_in_bulk', ask: bulkDays },
  { key: 'documents_first', type: 'document', ask: documentsFirst, records: '/documents' },
]; // prettier-ignore

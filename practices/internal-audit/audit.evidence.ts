import {
  answers,
  asked,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { before } from '../../kernel/evidence/count.ts';
import { auditable } from './audit.scope.ts';
import { auditDays } from './audit.settings.ts';
import { coverageOf, isLacking, programmeOn, uncovered } from './programme.coverage.ts';

/** 9.2, answered by the programme, its audits and what they keep. */
const of = { recordType: 'internal-audit' } as const;
const blank = (column: string) => `coalesce(btrim(${column}), '') = ''`;
const begun = `r.state in ('executing', 'reported', 'verified', 'closed')`;
const out = `r.state in ('reported', 'verified', 'closed')`;
const auditors = `array_append(t.auditor_ids, t.lead_auditor_id)`;

export const auditEvidence: readonly Evidence[] = [
  answers(
    '9.2-a',
    asked('audit_programme.covers', async (tx, _known, { now }) => {
      const programme = await programmeOn(tx, now);
      if (!programme) return { n: 0, faults: 0, empty: 'missing', params: { programme: '–' } };
      const areas = await coverageOf(tx, programme);
      const faults = areas.filter(isLacking).length;
      return {
        n: areas.length, faults, params: { programme: programme.number }, ...(faults > 0 ? { found: [programme.id] } : {}),
        lapsesAt: `${programme.periodTo}T00:00:00.000Z`,
      };
    }),
  ),
  answers(
    '9.2-b',
    some({ ...of, key: 'internal_audit.reported', at: instantOf('t.reported_at'), within: 'interval', population: where(out) }),
    asked('internal_audit.covers', async (tx, _known, { to }) => {
      const { audits, clauses } = await uncovered(tx, before(to, 'P12M'), to);
      return audits === 0
        ? { n: 0, faults: 0, empty: 'missing', params: { clauses: '–' } }
        : { n: auditable().clauses.length, faults: clauses.length, params: { clauses: clauses.slice(0, 12).join(', ') || '–' } };
    }),
  ),
  answers(
    '9.2-c',
    each({
      ...of, key: 'internal_audit.impartial', at: instantOf('t.started_at'), population: where(begun),
      fault: where(`${blank('t.criteria')} or t.lead_auditor_id is null or (t.clauses is null and t.processes is null)
        or ${auditors} && t.auditee_ids
        or exists (select 1 from record s where s.id = any(t.service_ids) and s.owner_id = any(${auditors}))`),
    }),
  ),
  answers(
    '9.2-d',
    each({
      ...of, key: 'internal_audit.read', at: instantOf('t.reported_at'), population: where(out),
      fault: whereAt(`cardinality(t.auditee_ids) = 0 or (t.reported_at < :now - interval '${auditDays.initial.acknowledge} days'
        and jsonb_array_length(coalesce(t.acknowledgements, '[]')) < cardinality(t.auditee_ids))`),
      due: instantOf(`t.reported_at + interval '${auditDays.initial.acknowledge} days'`),
      watched: true,
    }),
  ),
  answers(
    '9.2-e',
    each({
      ...of, key: 'internal_audit.kept', at: instantOf('t.reported_at'), population: where(out),
      fault: where(`t.report is null or not exists (select 1 from audit_question q where q.audit_id = r.id and q.answered_at is not null)
        or exists (select 1 from audit_question q where q.audit_id = r.id and q.answered_at is not null and ${blank('q.evidence')})`),
    }),
    each({
      recordType: 'audit-finding', key: 'audit_finding.settled', at: 'now', population: where(`r.state in ('open', 'verified')`),
      fault: whereAt(`r.state = 'open' and t.due_on < (:now)::date`), due: instantOf('(t.due_on + 1)::timestamptz'),
      watched: true,
    }),
  ),
]; // prettier-ignore

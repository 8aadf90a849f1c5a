import { dayIn } from '../../kernel/calendar/home-days.ts';
import { staff } from '../../kernel/access/roles.ts';
import { answers, asked, each, some, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { findings, touchedSince, type CheckKind } from './checks.ts';
import { serviceProcesses } from './presets/processes.ts';

/** 4.4, 5.2 and 5.3, answered by processes, role catalogue, appointments and the policy in force. */
const processes = { recordType: 'sms-process', at: 'now', empty: 'missing', population: where(`r.state = 'active'`) } as const; // prettier-ignore
const required = {
  recordType: 'role-definition',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'active' and t.required`),
} as const;
const blank = (column: string) => `coalesce(btrim(t.${column}), '') = ''`;
const heldAt = `h.valid_from <= (:now)::date and (h.valid_to is null or h.valid_to >= (:now)::date)`;
const policy = {
  recordType: 'document',
  at: 'now',
  empty: 'missing',
  population: where(`t.document_class = 'policy' and t.code ~ '-05-POL(@.+)?$' and t.effective_version is not null and r.state <> 'obsolete'`),
} as const; // prettier-ignore
const inForce = `(select coalesce(v.body_en, '') || ' ' || coalesce(v.body_zh, '') from document_version v
  where v.document_id = t.id and v.version = t.effective_version)`;

const found = (key: string, ...kinds: readonly CheckKind[]) =>
  asked(key, async (tx, { settings }, { now }) => {
    const all = await findings(tx, dayIn(settings, Date.parse(now)));
    const ours = all.filter(({ kind }) => kinds.includes(kind));
    const [row] = await tx.run<{ n: number }>(
      'evidence_roles_held',
      `select count(*)::int as n from role_holder h join record r on r.id = h.id where r.state = 'active'`,
    );
    return { n: Math.max(row?.n ?? 0, ours.length), faults: ours.length, found: [...new Set(ours.map(({ id }) => id))], empty: 'missing' };
  }); // prettier-ignore

/** Of those who must read the policy and work inside, the share that did. */
async function read(tx: Tx, now: string) {
  const [row] = await tx.run<{ n: number; k: number }>(
    'evidence_policy_read',
    `select count(*)::int as n, count(*) filter (where exists (select 1 from document_acknowledgement a
         where a.document_id = t.id and a.person_id = p.id and a.version = t.effective_version
           or a.document_id = t.id and a.person_id = p.id and a.major = split_part(t.effective_version, '.', 1)::int))::int as k
     from document t join record r on r.id = t.id cross join lateral document_addressees(t.id, $1::timestamptz::date, $2::text[]) as p(id)
     where t.document_class = 'policy' and t.code ~ '-05-POL(@.+)?$' and t.effective_version is not null and r.state <> 'obsolete'`,
    [now, staff],
  );
  return row ?? { n: 0, k: 0 };
}

export const rolesEvidence: readonly Evidence[] = [
  answers(
    '4.4-a',
    each({
      ...processes,
      key: 'sms_process.defined',
      fault: where(`r.owner_id is null or ${blank('purpose')} or ${blank('inputs')} or ${blank('outputs')} or cardinality(t.interface_ids) = 0
        and not exists (select 1 from sms_process o where t.id = any(o.interface_ids))`),
    }), // prettier-ignore
    asked('sms_process.all_twenty', async (tx) => {
      const rows = await tx.run<{ code: string }>(
        'evidence_process_codes',
        `select t.code from sms_process t join record r on r.id = t.id where r.state = 'active' and t.code = any($1::text[])`,
        [serviceProcesses],
      );
      const missing = serviceProcesses.filter((code) => !rows.some((row) => row.code === code));
      return { n: serviceProcesses.length, faults: missing.length, params: { missing: missing.join(', ') } };
    }),
  ),
  answers(
    '4.4-b',
    each({
      ...processes,
      key: 'sms_process.alive',
      fault: whereAt(`not ${touchedSince("(:now)::timestamptz - interval '3 months'")}
        and coalesce(t.silent_to < (:now)::date - 31, true)`),
    }), // prettier-ignore
  ),
  answers(
    '5.2.1-a',
    each({ ...policy, key: 'policy.there', fault: where(`cardinality(t.approved_by_ids) = 0 and t.approved_version = t.effective_version`) }),
    some({
      key: 'policy.frames_objectives',
      recordType: 'objective',
      at: 'now',
      population: where(`r.state in ('approved', 'active') and not (${blank('policy_sentence')})`),
    }),
  ),
  answers(
    '5.2.1-b',
    each({ ...policy, key: 'policy.commits_to_requirements', fault: where(`${inForce} !~* '(requirement|要求)'`) }),
    each({ ...policy, key: 'policy.commits_to_improvement', fault: where(`${inForce} !~* '(continual|improv|持续改进|改进)'`) }),
  ),
  answers(
    '5.2.2-a',
    each({ ...policy, key: 'policy.must_be_read', fault: where(`t.must_read = 'nobody'`) }),
    asked('policy.read', async (tx, _known, { now }) => {
      const { n, k } = await read(tx, now);
      // Ninety-five of a hundred: people come and go.
      const faults = n === 0 || k >= n * 0.95 ? 0 : n - k;
      return { n, faults, empty: 'missing', params: { read: k, all: n } };
    }),
  ),
  answers('5.2.2-b', each({ ...policy, key: 'policy.available', fault: where(`t.audience = 'staff' or t.confidentiality <> 'public'`) })),
  answers(
    '5.3-a',
    each({
      ...required,
      key: 'role_definition.held',
      fault: whereAt(`not exists (select 1 from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
        where h.role = t.role and hr.state = 'active' and p.state = 'active' and ${heldAt})`),
      watched: true,
    }),
    each({ ...required, key: 'role_definition.described', fault: where(`${blank('duties')} or ${blank('authorities')}`) }),
    found('role_definition.deputies', 'no_deputy'),
    found('role_definition.letters', 'no_letter', 'not_accepted'),
    found('role_definition.duties_apart', 'duties_conflict'),
    found('sms_process.accountable', 'none_accountable', 'two_accountable', 'accountable_vacant'),
  ),
  answers(
    '5.3-b',
    each({
      key: 'role_definition.leads',
      recordType: 'role-definition',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'active' and t.role in ('sms-manager', 'top-management')`),
      fault: whereAt(`not exists (select 1 from role_holder h join record hr on hr.id = h.id where h.role = t.role and hr.state = 'active' and ${heldAt})`),
    }), // prettier-ignore
  ),
]; // prettier-ignore

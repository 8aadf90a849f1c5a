import { beforeEach, describe, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { auditHouse, type Row } from './audit.fixture.ts';
import { remind } from './audit.jobs.ts';
import { auditable } from './audit.scope.ts';

const at = await auditHouse();
const { lead, boss, auditee, auditor, second, both, engineer, user } = at;
beforeEach(() => at.at('2026-03-02T01:00:00Z'));

describe('9.2-a: the programme', () => {
  test('says how, by whom, to whom and why, and is approved by somebody who neither made nor keeps it', async () => {
    const programme = await at.programme();
    await lead.does(programme, 'approve', at.why).refused('problem.not_your_role');
    await boss.does(programme, 'approve', { ...at.why, considered: undefined }).refused('problem.required', 'considered');
    await at.programme({ periodTo: '2025-12-31' }).refused('problem.dates_reversed', 'periodTo');
    const twice = { area: 'process:CHG', level: 'high', reason: 'Half of the major incidents' };
    await at.programme({ weights: [twice, twice] }).refused('audit_programme.weighed_twice', 'weights');
    await at.programme({ weights: [{ ...twice, area: 'everything' }] }).status(422);
    expect(await boss.does(programme, 'approve', at.why)).toMatchObject({ state: 'approved', approvedById: boss.id });
    await boss.does(await at.programme({ ownerId: boss.id }), 'approve', at.why).refused('audit_programme.approver_made_it');
  }); // prettier-ignore

  test('its coverage names every clause, process and site, and what no audit looks at; a high risk is looked at twice', async () => {
    const programme = await at.approved({
      weights: [{ area: 'clause:8.5.1.2', level: 'high', reason: 'Half of the major incidents' }],
    });
    await at.planned({ programmeId: programme.id });
    await at.planned({
      programmeId: programme.id,
      clauses: ['9'],
      processes: ['CFG'],
      unitIds: [at.site.id],
    });
    type Area = { area: string; lacking: boolean; planned: string[]; done: string[]; wanted: number };
    const coverage = (await lead.get(`/audit-programmes/${programme.number}/coverage`)) as unknown as {
      areas: Area[];
      lacking: number;
    };
    const { clauses, processes } = auditable();
    expect(coverage.areas).toHaveLength(clauses.length + processes.length + 2);
    const of = (area: string) => coverage.areas.find((one) => one.area === area);
    expect(of('clause:8.5.1.2')).toMatchObject({ lacking: true, wanted: 2, done: [] });
    expect(of('clause:9.3')).toMatchObject({ lacking: false });
    expect(of('process:CFG')).toMatchObject({ lacking: false });
    expect(of('process:CHG')).toMatchObject({ lacking: true, planned: [] });
    expect([of(`site:${at.home.id}`)?.lacking, of(`site:${at.site.id}`)?.lacking]).toEqual([false, false]);
    await at.planned({ programmeId: programme.id });
    const after = (await lead.get(`/audit-programmes/${programme.number}/coverage`)) as unknown as {
      areas: Area[];
    };
    expect(after.areas.find(({ area }) => area === 'clause:8.5.1.2')).toMatchObject({ lacking: false });
  });
});

describe('9.2-c: criteria, scope, impartial auditors', () => {
  test('an audit has scope, criteria and dates', async () => {
    await at.planned({ clauses: undefined }).refused('internal_audit.scope_needed', 'clauses');
    await at
      .planned({ clauses: undefined, processes: ['XYZ'] })
      .refused('internal_audit.no_such_process', 'processes');
    await at.planned({ clauses: ['eight'] }).status(422);
    await at.planned({ criteria: undefined }).refused('problem.required', 'criteria');
    await at.planned({ endsOn: '2026-03-01' }).refused('problem.dates_reversed', 'endsOn');
    await engineer.post('/internal-audits', {}).refused('problem.not_your_role');
  });

  test('S5: nobody audits their own area, and the refusal says why', async () => {
    const audit = await at.planned();
    const cannot = (leadAuditorId: string, code: string) =>
      lead.does(audit, 'name_auditors', { leadAuditorId }).refused(code, 'leadAuditorId');
    await cannot(both.id, 'internal_audit.runs_it');
    await cannot(engineer.id, 'internal_audit.not_an_auditor');
    await lead
      .does(await at.planned({ auditeeIds: [auditor.id] }), 'name_auditors', at.named)
      .refused('internal_audit.audits_themselves', 'leadAuditorId');
    await lead
      .does(audit, 'name_auditors', { ...at.named, auditorIds: [both.id] })
      .refused('internal_audit.runs_it', 'auditorIds');
    expect(await lead.does(audit, 'name_auditors', at.named)).toMatchObject({
      state: 'staffed',
      ownerId: auditor.id,
    });
    // The same person may audit what they have no part in.
    await lead.does(await at.planned({ clauses: ['8.6.3'] }), 'name_auditors', { leadAuditorId: both.id });
  });

  test('S5: whoever owns the service, works in the unit, or did the work is refused, too', async () => {
    const owner = await at.someone('Li Lei', ['internal-auditor']);
    const service = await at.create('service', system(), { title: 'Payroll', ownerId: owner.id });
    const name = async (fields: Readonly<Record<string, unknown>>, who: string) =>
      lead.does(await at.planned(fields), 'name_auditors', { leadAuditorId: who });
    await lead.does(await at.planned({ serviceIds: [service.id] }), 'name_auditors', { leadAuditorId: owner.id })
      .refused('internal_audit.owns_service', 'leadAuditorId');
    const local = await at.someone('Han Mei', ['internal-auditor'], { orgUnitId: at.site.id });
    await lead.does(await at.planned({ unitIds: [at.site.id] }), 'name_auditors', { leadAuditorId: local.id })
      .refused('internal_audit.of_the_unit', 'leadAuditorId');
    expect(await name({}, local.id)).toMatchObject({ state: 'staffed' });
    const fixer = await at.someone('Bai Xue', ['internal-auditor']);
    await lead.post('/improvements', { title: 'x', description: 'y', ownerId: fixer.id });
    await lead.does(await at.planned({ clauses: ['10.2'] }), 'name_auditors', { leadAuditorId: fixer.id })
      .refused('internal_audit.own_work', 'leadAuditorId');
    const { items } = (await lead.get(`/internal-audits/${(await at.planned({ clauses: ['10.2'] })).number}/impartiality`)) as unknown as {
      items: { name: string; reasons: { why: string }[] }[];
    };
    expect(items.find(({ name: who }) => who === 'Bai Xue')?.reasons).toMatchObject([{ why: 'own_work' }]);
    expect(items.find(({ name: who }) => who === 'Zhao Lei')?.reasons).toEqual([]);
  }); // prettier-ignore

  test('a scope that grows over an auditor is refused', async () => {
    const audit = await lead.does(await at.planned({ clauses: ['8.6.3'] }), 'name_auditors', {
      leadAuditorId: both.id,
    });
    await lead
      .patch(`/internal-audits/${audit.number}`, { clauses: ['8'] })
      .refused('internal_audit.runs_it', 'leadAuditorId');
  });
});

describe('9.2-e: the checklist and its evidence', () => {
  test('asks what the standard asks and names the own document that speaks of it: two criteria', async () => {
    const code = 'SMS-L2-08-CHG';
    const { rows } = await at.owner.query<{ id: string }>(
      `with r as (insert into record (id, type, number, title, state, open, occurred_at, created_at, updated_at)
         values (gen_random_uuid(), 'document', 'DOC-900001', 'Procedure for changes', 'effective', true, now(), now(), now()) returning id)
       insert into document (id, code, clauses, level) select id, $1, array['8.5.1'], 2 from r returning id`,
      [code],
    );
    const audit = await lead.does(await at.planned(), 'name_auditors', at.named);
    await lead.does(audit, 'make_checklist').refused('internal_audit.not_its_auditor');
    expect(await auditor.does(audit, 'make_checklist')).toMatchObject({ documentIds: [rows[0]?.id] });
    await auditor.does(audit, 'make_checklist');
    const questions = await at.checklist(audit);
    expect(questions.map(({ requirement }) => requirement)).toEqual(
      [...new Set(questions.map(({ requirement }) => requirement))],
    );
    expect(questions[0]).toMatchObject({ requirement: '8.5.1.2-a', document: `${code} Procedure for changes` });
    await at.owner.query(`update record set state = 'obsolete' where number = 'DOC-900001'`);
  }); // prettier-ignore

  test('is not empty, is answered by its auditors while the audit runs, and never without evidence', async () => {
    const audit = await lead.does(await at.planned(), 'name_auditors', at.named);
    await auditor.does(audit, 'start').refused('internal_audit.checklist_empty');
    await auditor.does(audit, 'make_checklist');
    const [question] = await at.checklist(audit);
    const asked = question ?? audit;
    await auditor
      .does(asked, 'answer', { result: 'conform', evidence: 'x' })
      .refused('audit_question.not_now');
    await auditor.does(audit, 'start');
    await auditor
      .does(asked, 'answer', { result: 'conform' })
      .refused('audit_question.evidence_needed', 'evidence');
    await both
      .does(asked, 'answer', { result: 'conform', evidence: 'x' })
      .refused('internal_audit.not_its_auditor');
    expect(await second.does(asked, 'answer', { result: 'conform', evidence: 'Twelve changes' })).toMatchObject({
      state: 'answered', answeredById: second.id,
    }); // prettier-ignore
  });

  test('the report waits for every answer, and for a finding where something does not conform', async () => {
    const audit = await at.executing();
    await auditor.does(audit, 'report', at.conclusion).refused('internal_audit.unanswered');
    await at.answered(audit, 'finding', 1);
    await at.answered(audit, 'conform');
    const [first] = await at.checklist(audit);
    await auditor.does(first ?? audit, 'answer', { result: 'finding', evidence: 'CHG-000007' });
    await auditor.does(audit, 'report', at.conclusion).refused('internal_audit.finding_missing');
    const { id } = await auditor.get(`/audit-questions/${first?.number ?? ''}`);
    await at.finding(audit, { questionId: id });
    await second.does(audit, 'report', at.conclusion).refused('internal_audit.not_its_lead');
    await auditor.does(audit, 'report', {}).refused('problem.required', 'conclusion');
    expect(await auditor.does(audit, 'report', at.conclusion)).toMatchObject({ state: 'reported', reportedById: auditor.id });
  }); // prettier-ignore
});

describe('9.2-d and findings', () => {
  test('a finding is one against something, with evidence; with the report it becomes a nonconformity', async () => {
    const audit = await at.executing();
    await at.finding(audit, { requirement: undefined }).refused('audit_finding.demand_needed', 'requirement');
    await at.finding(audit, { evidence: undefined }).refused('problem.required', 'evidence');
    const { finding } = await at.reported('minor');
    const after = await lead.get(`/audit-findings/${finding.number}`);
    expect(after).toMatchObject({ state: 'open', ownerId: auditee.id, dueOn: '2026-05-01' });
    const { rows } = await at.owner.query<Row>(
      `select r.state, r.owner_id as owner, t.origin, t.requirement, t.grade, t.source_id as source from nonconformity t join record r on r.id = t.id where t.id = $1`,
      [after['nonconformityId']],
    );
    expect(rows).toEqual([
      { state: 'opened', owner: auditee.id, origin: 'audit_finding', requirement: '8.5.1.2-c', grade: 'minor', source: finding.id },
    ]);
  }); // prettier-ignore

  test('an opportunity becomes an idea in the improvement register', async () => {
    const { finding } = await at.reported('opportunity');
    const after = await lead.get(`/audit-findings/${finding.number}`);
    expect(after['nonconformityId']).toBeNull();
    const { rows } = await at.owner.query(
      'select origin, source_id as source from improvement where id = $1',
      [after['improvementId']],
    );
    expect(rows).toEqual([{ origin: 'audit_finding', source: finding.id }]);
  });

  test('the audit is closed when its auditors have seen its findings settled, and not before', async () => {
    const { audit, finding } = await at.reported('minor');
    await auditor.does(audit, 'verify').refused('internal_audit.findings_open');
    await auditor.does(audit, 'close').refused('problem.wrong_state');
    const seen = { verification: 'The gate is on; ten changes looked at' };
    await auditor.does(finding, 'verify', seen).refused('audit_finding.not_settled');
    await auditee.does(finding, 'verify', seen).refused('problem.not_your_role');
    const { nonconformityId } = await lead.get(`/audit-findings/${finding.number}`);
    await at.owner.query(`update record set state = 'closed', open = false where id = $1`, [nonconformityId]);
    expect(await auditor.does(finding, 'verify', seen)).toMatchObject({ state: 'verified' });
    await auditor.does(audit, 'verify');
    expect(await lead.does(audit, 'close', {})).toMatchObject({ state: 'closed' });
  });

  test('an observation is settled by an answer', async () => {
    const { finding } = await at.reported('observation');
    const seen = { verification: 'Read the answer' };
    await auditor.does(finding, 'verify', seen).refused('audit_finding.response_needed');
    await auditee.does(finding, 'respond', { response: 'Noted for the next release of the form' });
    expect(await auditor.does(finding, 'verify', seen)).toMatchObject({ state: 'verified' });
  });

  test('those responsible confirm once that they have read it, and are reminded until they have', async () => {
    const { audit } = await at.reported();
    await lead.does(audit, 'acknowledge').refused('internal_audit.not_its_auditee');
    at.at('2026-03-20T01:00:00Z');
    await remind(at.house);
    await remind(at.house);
    const { rows } = await at.owner.query(`select person_id from notification where record_id = $1 and kind = 'internal_audit.unread'`, [audit.id]);
    expect(rows).toEqual([{ person_id: auditee.id }]);
    expect(await auditee.does(audit, 'acknowledge')).toMatchObject({ acknowledgements: [{ personId: auditee.id }] });
    await auditee.does(audit, 'acknowledge').refused('internal_audit.read_already');
  }); // prettier-ignore

  test('the report stays as it was issued, whatever changes afterwards, and is a PDF too', async () => {
    const { audit, finding } = await at.reported();
    const before = (await lead.get(`/internal-audits/${audit.number}`))['report'] as { auditees: string[]; findings: { title: string }[] };
    expect(before).toMatchObject({ lead: 'Zhao Lei', auditees: ['Wang Fang'], findings: [{ number: finding.number }] });
    await at.owner.query(`update record set title = 'Somebody else' where id = any($1::uuid[])`, [[auditee.id, finding.id]]);
    expect((await lead.get(`/internal-audits/${audit.number}`))['report']).toEqual(before);
    await at.owner.query(`update record set title = 'Wang Fang' where id = $1`, [auditee.id]);
    const printed = await at.app.inject({
      method: 'GET', url: `/api/v1/internal-audits/${audit.number}/report?format=docx&language=zh-CN`, headers: { authorization: `Bearer ${lead.token}` },
    });
    expect([printed.statusCode, printed.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await lead.get(`/internal-audits/${(await at.planned()).number}/report`).refused('internal_audit.no_report');
    await user.get(`/internal-audits/${audit.number}/report`).status(403);
  }); // prettier-ignore

  test('every figure is what plain SQL counts', async () => {
    const figure = async (key: string) =>
      ((await lead.get(`/measures?key=${key}&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z`)) as unknown as {
        items: { value: number | null; n: number; numerator?: number }[];
      }).items[0];
    const { rows } = await at.owner.query<Record<string, number>>(
      `select (select count(*)::int from internal_audit where reported_at is not null) as reported,
         (select count(*)::int from internal_audit t join record r on r.id = t.id where r.state <> 'cancelled') as planned,
         (select count(*)::int from internal_audit where started_at < starts_on + 8) as begun,
         count(*)::int as found, (count(*) filter (where grade in ('minor', 'major')))::int as nonconform,
         (count(*) filter (where verified_at::date <= due_on))::int as closed, (count(*) filter (where verified_at is null))::int as open
       from audit_finding t join record r on r.id = t.id where r.state in ('open', 'verified')`,
    );
    const counted = rows[0] ?? {};
    expect(await figure('internal_audit.reported')).toMatchObject({ value: counted['reported'] });
    expect(await figure('internal_audit.on_time')).toMatchObject({ n: counted['planned'], numerator: counted['begun'] });
    expect(await figure('audit_finding.found')).toMatchObject({ value: counted['found'] });
    expect(await figure('audit_finding.nonconform')).toMatchObject({ n: counted['found'], numerator: counted['nonconform'] });
    expect(await figure('audit_finding.closed_on_time')).toMatchObject({ n: counted['found'], numerator: counted['closed'] });
    expect(await figure('audit_finding.open')).toMatchObject({ value: counted['open'] });
  }); // prettier-ignore
});

test('a finding that names the requirement of a question says what did not conform, also without the question', async () => {
  const audit = await at.executing();
  const [first] = await at.checklist(audit);
  await at.answered(audit);
  await at.auditor.does(first ?? audit, 'answer', { result: 'finding', evidence: 'CHG-000007' });
  await at.auditor.does(audit, 'report', at.conclusion).refused('internal_audit.finding_missing');
  await at.finding(audit, { requirement: first?.requirement ?? '' });
  expect(await at.auditor.does(audit, 'report', at.conclusion)).toMatchObject({ state: 'reported' });
});

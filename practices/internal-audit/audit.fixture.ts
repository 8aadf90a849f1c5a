import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

export type Row = Record<string, unknown> & { id: string; number: string; state: string };

/** An organisation with a site, auditors who may and who may not, and who is responsible for changes. */
export async function auditHouse() {
  const house = await served();
  const lead = await house.someone('Ma Jun', ['sms-manager']);
  const boss = await house.someone('Liu Gang', ['top-management']);
  const auditee = await house.someone('Wang Fang', ['change-manager']);
  const auditor = await house.someone('Zhao Lei', ['internal-auditor']);
  const second = await house.someone('Qian Yi', ['internal-auditor']);
  const both = await house.someone('Sun Bin', ['internal-auditor', 'change-manager']);
  const engineer = await house.someone('Zhang Wei', ['engineer']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const home = await house.create('organisation', system(), { title: 'Acme', kind: 'own_unit' });
  const site = await house.create('organisation', system(), { title: 'Branch Suzhou', kind: 'branch', parentId: home.id });
  const service = await house.create('service', system(), { title: 'Online shop', ownerId: engineer.id });
  const programme = (fields: Readonly<Record<string, unknown>> = {}) =>
    lead.post('/audit-programmes', { title: 'Audits of 2026', ownerId: lead.id, periodFrom: '2026-01-01', periodTo: '2026-12-31', ...fields });
  const why = {
    method: 'Interviews and samples', responsibility: 'Two auditors of the quality team', reporting: 'To the owners within ten days',
    considered: 'Changes caused half of the major incidents of last year',
  };
  const approved = async (fields: Readonly<Record<string, unknown>> = {}) => boss.does(await programme(fields), 'approve', why);
  const planned = (fields: Readonly<Record<string, unknown>> = {}) =>
    lead.post('/internal-audits', {
      title: 'Change management', criteria: 'ISO/IEC 20000-1 8.5.1 and our procedure', clauses: ['8.5.1.2'], startsOn: '2026-03-02', endsOn: '2026-03-04',
      auditeeIds: [auditee.id], ...fields,
    });
  const named = { leadAuditorId: auditor.id, auditorIds: [second.id] };
  const executing = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const audit = await lead.does(await planned(fields), 'name_auditors', named);
    await auditor.does(audit, 'make_checklist');
    return auditor.does(audit, 'start');
  };
  const checklist = async (audit: { number: string }) =>
    ((await auditor.get(`/internal-audits/${audit.number}/checklist`)) as unknown as { items: (Row & { requirement: string | null; question: string })[] }).items;
  const answered = async (audit: { number: string }, result = 'conform', count = Infinity) => {
    for (const question of (await checklist(audit)).slice(0, count))
      await auditor.does(question, 'answer', { result, evidence: 'Looked at twelve changes of February' });
  };
  const finding = (audit: { id: string }, fields: Readonly<Record<string, unknown>> = {}) =>
    auditor.post('/audit-findings', {
      title: 'Two changes without approval', auditId: audit.id, grade: 'minor', requirement: '8.5.1.2-c',
      description: 'Two of twelve changes began before they were approved.', evidence: 'CHG-000007, CHG-000011', ...fields,
    });
  const conclusion = { conclusion: 'Changes are controlled, with one gap.', strengths: 'Reviews are thorough.' };
  const reported = async (grade = 'minor') => {
    const audit = await executing();
    const [first] = await checklist(audit);
    await auditor.does(first ?? audit, 'answer', { result: 'finding', evidence: 'CHG-000007' });
    for (const question of (await checklist(audit)).slice(1))
      await auditor.does(question, 'answer', { result: 'conform', evidence: 'Twelve changes' });
    const made = await finding(audit, { grade, questionId: first?.['id'] ?? (await idOf(first?.number ?? '')) });
    return { audit: await auditor.does(audit, 'report', conclusion), finding: made };
  };
  const idOf = async (number: string) => (await auditor.get(`/audit-questions/${number}`)).id;
  return {
    ...house, lead, boss, auditee, auditor, second, both, engineer, user, home, site, service, programme, why, approved, planned, named, executing,
    checklist, answered, finding, conclusion, reported,
  };
} // prettier-ignore

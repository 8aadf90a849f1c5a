import { served, type Client } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** People who keep certificates, a scope in force put there as the approved one, and a file that stands for the paper. */
export async function certificationHouse() {
  const house = await served();
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const seller = await house.someone('Zhou Ming', ['business-relationship-manager']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const unit = await house.create('organisation', system(), { title: 'Huaxin Services', kind: 'own_unit' });
  const mail = await house.create('service', system(), { title: 'E-mail' });
  house.at('2026-03-02T01:00:00Z');

  const attach = async (certificate: { number: string }, name = 'certificate.pdf') => {
    const boundary = 'x-boundary';
    const body = [
      `--${boundary}\r\ncontent-disposition: form-data; name="public"\r\n\r\ntrue`,
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4 paper`,
      `--${boundary}--\r\n`,
    ].join('\r\n');
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/v1/certificates/${certificate.number}/attachments`,
      headers: { authorization: `Bearer ${manager.token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: body,
    });
    if (answer.statusCode >= 300) throw new Error(answer.body);
  };
  const draft = (fields: Readonly<Record<string, unknown>> = {}, who: Client = manager) =>
    who.post('/certificates', {
      title: 'ISO/IEC 20000-1', standard: 'ISO/IEC 20000-1', edition: '2018', body: 'CQC', bodyApproval: 'CNCA-R-2002-001', accreditation: 'CNAS C001-M',
      holder: 'Huaxin Services', scopeText: 'The service management system of Huaxin Services supporting the provision of E-mail', ownerId: manager.id, ...fields,
    });
  const dates = { certificateNumber: '0012026ITSM001', decidedOn: '2026-01-08', issuedOn: '2026-01-10', expiresOn: '2029-01-09' };
  const issued = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const made = await draft(fields);
    await attach(made);
    return manager.does(made, 'issue', dates);
  };
  const stranger = (path: string, address = '192.0.2.1') => house.app.inject({ method: 'GET', url: path, remoteAddress: address });
  const audits = async (certificate: { id: string }) =>
    ((await manager.get(`/certification-audits?filter[certificateId]=${certificate.id}&sort=createdAt`)) as unknown as { items: { number: string; id: string; state: string; kind: string; dueOn: string }[] }).items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return { ...house, boss, manager, seller, engineer, user, unit, mail, attach, draft, dates, issued, stranger, audits };
} // prettier-ignore

import { defineSnapshot } from '../../kernel/practice/reference.ts';

export type OpenAudit = {
  readonly id: string;
  readonly auditorIds: readonly string[];
  readonly accessFrom: string;
  readonly accessTo: string;
};

/** The audits that are open, held in memory: asked with everything that an auditor looks at. */
export const openAudits = defineSnapshot<readonly OpenAudit[]>({
  name: 'open-audits',
  on: ['audit-engagement'],
  load: (tx) =>
    tx.run<OpenAudit>(
      'open_audits',
      `select e.id, e.auditor_ids as "auditorIds", e.access_from as "accessFrom", e.access_to as "accessTo"
       from audit_engagement e join record r on r.id = e.id where r.type = 'audit-engagement' and r.state = 'open'
       order by e.id desc`,
    ),
});

/** The latest open audit in which this person is named and whose days these are. */
export const auditOf = (
  audits: readonly OpenAudit[],
  personId: string,
  at: number,
): OpenAudit | undefined => {
  const today = new Date(at).toISOString().slice(0, 10);
  return audits.find(
    ({ auditorIds, accessFrom, accessTo }) =>
      auditorIds.includes(personId) && accessFrom <= today && accessTo >= today,
  );
};

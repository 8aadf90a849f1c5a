import { each } from '../../kernel/access/roles.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { everybody, planners } from './audit.roles.ts';
import { auditById } from './audit.store.ts';
import { fields, type AuditFinding } from './finding.fields.ts';
import * as rules from './finding.rules.ts';

const iso = (at: number) => new Date(at).toISOString();
const told = [
  'title', 'grade', 'requirement', 'documentId', 'description', 'evidence', 'recordIds', 'ownerId', 'dueOn',
] as const; // prettier-ignore

const itsAudit = async (work: Work, finding: AuditFinding, input: Readonly<Record<string, unknown>>) => {
  const id = input['auditId'];
  return { audit: await auditById(work, typeof id === 'string' ? id : finding.auditId) };
};

/** What became of it: of the nonconformity its state, and whose it is. */
async function followUp(work: Work, finding: AuditFinding) {
  const { audit } = await itsAudit(work, finding, {});
  const rows = await work.run<{ id: string; number: string; state: string; ownerId: string | null }>(
    'finding_follow_up',
    'select id, number, state, owner_id as "ownerId" from record where id = any($1::uuid[])',
    [[finding.nonconformityId, finding.improvementId].filter((id) => id !== null)],
  );
  return { audit, follows: rows[0] };
}

const process = defineProcess<AuditFinding>()({
  states: { draft: 'new', open: 'active', verified: 'closed', withdrawn: 'closed' },
  initial: 'draft',
  create: {
    by: [...planners],
    fields: ['auditId', 'questionId', ...told],
    required: ['title', 'auditId', 'grade', 'description', 'evidence'],
    facts: itsAudit,
    checks: [rules.auditRuns, rules.isItsAuditor, rules.demandIsNamed],
  },
  edit: {
    from: ['draft'],
    by: [...planners],
    fields: told,
    required: ['title', 'grade', 'description', 'evidence'],
    facts: itsAudit,
    checks: [rules.isItsAuditor, rules.demandIsNamed],
  },
  transitions: {
    /** With the report; what follows from it is made in the same act. */
    open: {
      from: ['draft'],
      to: 'open',
      by: ['system'],
      fields: ['ownerId', 'dueOn', 'nonconformityId', 'improvementId'],
    },
    respond: {
      from: ['open'],
      by: everybody.filter((role) => role !== 'internal-auditor'),
      fields: ['response'],
      required: ['response'],
      set: (_finding, actor, { at }) => ({ respondedAt: iso(at), respondedById: actor.id }),
    },
    verify: {
      from: ['open'],
      to: 'verified',
      by: [...planners],
      fields: ['verification'],
      required: ['verification'],
      facts: followUp,
      checks: [rules.isItsAuditor, rules.notItsOwner, rules.isSettled],
      set: (_finding, actor, { at }) => ({ verifiedAt: iso(at), verifiedById: actor.id }),
    },
    withdraw: {
      from: ['draft'],
      to: 'withdrawn',
      by: [...planners],
      requires: ['reason'],
      facts: itsAudit,
      checks: [rules.isItsAuditor],
    },
  },
  clocks: {},
});

/** 9.2: what an audit found, graded, with its evidence, until its auditors have seen it settled. */
export const auditFinding = defineRecord({
  type: 'audit-finding',
  plural: 'audit-findings',
  prefix: 'FND',
  fields,
  base: ['title', 'ownerId'],
  search: ['description', 'evidence'],
  list: ['number', 'title', 'state', 'grade', 'requirement', 'auditId', 'ownerId', 'dueOn', 'nonconformityId'],
  process,
  access: { ...each(everybody, { view: 'all', act: 'all' } as const), 'internal-auditor': { view: 'all', act: 'all', anywhere: true } },
}); // prettier-ignore

import type { ChainPart } from '../../kernel/chain/part.ts';

/** processes.md 22.5: from the audit by its findings to what is done about them. */
export const auditChain: ChainPart = {
  through: ['internal-audit', 'audit-finding'],
  edges: [
    `select id as from_id, audit_id as to_id, 'follows_from' as kind from audit_finding where id = any($1::uuid[])`,
    `select id, audit_id, 'follows_from' from audit_finding where audit_id = any($1::uuid[])`,
    `select id, programme_id, 'follows_from' from internal_audit where programme_id is not null and id = any($1::uuid[])`,
  ],
};

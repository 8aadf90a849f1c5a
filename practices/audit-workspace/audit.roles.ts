import { sql } from 'kysely';
import type { Only } from '../../kernel/access/access.ts';

/** Who opens an audit to somebody, and closes it. */
export const keepers = ['sms-manager', 'administrator', 'top-management'] as const;
/** Who judges what was found. A consultant advises the organisation and so never does. */
export const judges = ['internal-auditor', 'external-auditor'] as const;
export const auditors = [...judges, 'consultant'] as const;

type Named = { readonly auditorIds?: readonly string[] | null };

/** Audits in which they are named; where only the shared columns are at hand, what they made themselves. */
export const theirs = (table: 'audit_engagement' | 'audit_sample'): Only => ({
  where: (actor) =>
    sql<boolean>`(r.created_by = ${actor.id} or exists (select 1 from ${sql.raw(table)} x where x.id = r.id and x.auditor_ids @> array[${actor.id}]::uuid[]))`,
  holds: (record, actor) =>
    actor.id !== null &&
    (record.createdBy === actor.id || (record as Named).auditorIds?.includes(actor.id) === true),
});

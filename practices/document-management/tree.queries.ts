import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { documentAccess } from './document.access.ts';

export type Branch = {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly titleZh: string | null;
  readonly level: number;
  readonly documentClass: string;
  readonly clauses: readonly string[] | null;
  readonly obligation: string;
  readonly state: string;
  readonly confidentiality: string;
  readonly owner: string | null;
  readonly approvedVersion: string | null;
  readonly effectiveVersion: string | null;
  readonly effectiveOn: string | null;
  readonly reviewDueOn: string | null;
  readonly overdue: boolean;
  readonly origin: string;
  readonly retention: string | null;
};

const most = 5_000;

/** The master list (7.5.1): every document that one may see, in the order of its code. A system has some hundreds. */
export async function treeFor(tx: Tx, actor: Actor, withObsolete: boolean, day: string): Promise<Branch[]> {
  const { rows } = await sql<Branch>`
    select r.id, r.number, d.code, r.title, d.title_en as "titleEn", d.title_zh as "titleZh", d.level, d.document_class as "documentClass",
      d.clauses, d.obligation, r.state, d.confidentiality, o.title as owner, d.approved_version as "approvedVersion",
      d.effective_version as "effectiveVersion", d.effective_on::text as "effectiveOn", d.review_due_on::text as "reviewDueOn",
      (r.state <> 'obsolete' and d.effective_version is not null and coalesce(least(d.review_due_on, d.next_check_on) < ${day}::date, false)) as overdue,
      d.origin, d.retention
    from document d join record r on r.id = d.id left join record o on o.id = r.owner_id
    where r.type = 'document' and ${visible(documentAccess, actor)} and ${withObsolete ? sql`true` : sql`r.state <> 'obsolete'`}
    order by d.code limit ${most}`.execute(tx.db);
  return rows;
} // prettier-ignore

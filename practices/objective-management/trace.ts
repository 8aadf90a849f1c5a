import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { objective } from './objective.record.ts';

type Named = { readonly id: string; readonly number: string; readonly title: string };
export type Traced = Named & {
  readonly state: string;
  readonly level: string | null;
  readonly parentId: string | null;
  readonly policySentence: string | null;
  readonly strategicLink: string | null;
  readonly unit: string | null;
  readonly direction: 'at_least' | 'at_most';
  readonly target: number | null;
  readonly lastValue: number | null;
  readonly lastMet: boolean | null;
  readonly dueOn: string | null;
  readonly owner: string | null;
  readonly agreements: readonly (Named & { readonly customer: string | null; readonly targets: number })[];
  readonly plan: readonly {
    readonly what: string;
    readonly resources?: string;
    readonly until?: string;
    readonly person: string | null;
  }[];
};

/** From a sentence of the policy and the strategy to objectives, the agreements that promise them, and what is spent on them. */
export async function traced(tx: Tx, actor: Actor): Promise<Traced[]> {
  const { rows } = await sql<Traced>`
    select r.id, r.number, r.title, r.state, t.level, t.parent_id as "parentId", t.policy_sentence as "policySentence",
      t.strategic_link as "strategicLink", t.unit, t.direction, t.target, t.last_value as "lastValue", t.last_met as "lastMet",
      t.due_on::text as "dueOn", o.title as owner,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', ar.number, 'title', ar.title, 'customer', c.title,
          'targets', (select count(*) from jsonb_object_keys(coalesce(a.targets, '{}')))) order by ar.number)
        from agreement a join record ar on ar.id = a.id left join record c on c.id = ar.customer_id where a.id = any(t.agreement_ids)), '[]') as agreements,
      coalesce((select jsonb_agg(jsonb_build_object('what', s.value ->> 'what', 'resources', s.value ->> 'resources', 'until', s.value ->> 'until',
          'person', p.title) order by s.at)
        from jsonb_array_elements(t.plan) with ordinality as s(value, at) left join record p on p.id = (s.value ->> 'personId')::uuid), '[]') as plan
    from objective t join record r on r.id = t.id left join record o on o.id = r.owner_id
    where ${visible(objective.access, actor)} and r.state not in ('refused', 'closed') order by r.number limit 1000`.execute(tx.db);
  return rows;
} // prettier-ignore

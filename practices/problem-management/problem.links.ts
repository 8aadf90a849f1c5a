import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';

type Named = { readonly id: string; readonly number: string };

/**
 * Links of a problem, made many at once and told in the trail of each record at the other end; the problem's own trail
 * has the act that made them.
 */
async function makeLinks(
  work: Work,
  name: string,
  direction: 'to_problem' | 'from_problem',
  given: {
    problem: Named;
    kind: string;
    others: readonly string[];
    type: string;
    actor: Actor;
    at: number;
  },
): Promise<void> {
  const { problem, kind, others, type, actor, at } = given;
  if (others.length === 0) return;
  const [from, to] = direction === 'to_problem' ? ['r.id', '$1::uuid'] : ['$1::uuid', 'r.id'];
  const side = direction === 'to_problem' ? 'to' : 'from';
  await work.run(
    name,
    `with made as (
       insert into link (from_id, kind, to_id, at, by_id)
       select ${from}, $2::text, ${to}, $3::timestamptz, $4::uuid
       from record r where r.id = any($5::uuid[]) and r.type = $6 on conflict do nothing returning from_id, to_id
     )
     insert into trail_event (at, record_id, record_type, version, action, actor_id, channel, changes, detail)
     select $3::timestamptz, r.id, r.type, r.version, 'link', $4::uuid, $7::text, '{}',
       jsonb_build_object('kind', $2::text, '${side}', $1::uuid, 'number', $8::text)
     from made m join record r on r.id = case when m.from_id = $1::uuid then m.to_id else m.from_id end`,
    [problem.id, kind, new Date(at).toISOString(), actor.id, others, type, actor.channel, problem.number],
  );
  work.touched.add(type);
}

/** The incident is caused by the problem. */
export const linkIncidents = (work: Work, problem: Named, ids: readonly string[], actor: Actor, at: number) =>
  makeLinks(work, 'problem_link_incidents', 'to_problem', {
    problem,
    kind: 'caused_by',
    others: ids,
    type: 'incident',
    actor,
    at,
  });

export const linkMajor = (work: Work, problem: Named, majorId: string, actor: Actor, at: number) =>
  makeLinks(work, 'problem_link_major', 'to_problem', {
    problem,
    kind: 'caused_by',
    others: [majorId],
    type: 'major-incident',
    actor,
    at,
  });

export const linkChange = (work: Work, problem: Named, change: Named, actor: Actor, at: number) =>
  makeLinks(work, 'problem_link_change', 'from_problem', {
    problem,
    kind: 'solved_by',
    others: [change.id],
    type: 'change',
    actor,
    at,
  });

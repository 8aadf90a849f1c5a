import type { Tx } from '../../platform/db/tx.ts';
import { heldOn } from './competence.queries.ts';

export type PathCourse = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly hours: number | null;
  /** Of the learning path of this role; null: for everybody, or for the role without a path. */
  readonly role: string | null;
  readonly attendedOn: string | null;
  readonly passedOn: string | null;
  readonly hasQuiz: boolean;
  readonly next: { readonly number: string; readonly startsAt: string; readonly enrolled: boolean } | null;
};

/** What somebody learns: the paths of the roles they hold, in order, then what is for everybody or for such roles. */
export const coursesFor = (
  tx: Tx,
  personId: string,
  day: string,
  now: string,
): Promise<readonly PathCourse[]> =>
  tx.run<PathCourse>(
    'learning_path',
    `with held as (
       select distinct h.role from role_holder h join record hr on hr.id = h.id join record hp on hp.id = h.person_id
       where h.person_id = $1 and ${heldOn('$2::date')}
     ), paths as (
       select p.role, c.id, c.place from competence_profile p join record pr on pr.id = p.id and pr.state = 'in_force'
         join held on held.role = p.role cross join lateral unnest(p.course_ids) with ordinality as c(id, place)
     ), wanted as (
       select role, id, place from paths
       union all
       select null, t.id, 1000 from training_course t where t.id not in (select id from paths)
         and (t.for_everybody or t.roles && (select coalesce(array_agg(role), '{}') from held))
     )
     select r.id, r.number, r.title, t.kind, t.hours, w.role,
       (select max(s.held_on)::text from training_session s join record sr on sr.id = s.id
         where s.course_id = r.id and sr.state in ('held', 'checked') and s.attended_ids @> array[$1::uuid]) as "attendedOn",
       (select max(a.taken_on)::text from quiz_attempt a where a.person_id = $1 and a.course_id = r.id and a.passed) as "passedOn",
       exists (select 1 from training_quiz q join record qr on qr.id = q.id where q.course_id = r.id and qr.state = 'in_use') as "hasQuiz",
       (select json_build_object('number', sr.number, 'startsAt', s.starts_at, 'enrolled', s.participant_ids @> array[$1::uuid])
         from training_session s join record sr on sr.id = s.id where s.course_id = r.id and sr.state = 'planned'
           and s.starts_at > $3::timestamptz order by s.starts_at limit 1) as next
     from wanted w join training_course t on t.id = w.id join record r on r.id = t.id and r.state = 'offered'
     order by w.role nulls last, w.place, r.number limit 200`,
    [personId, day, now],
  );

export type Asked = {
  readonly number: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly dueOn: string | null;
  readonly at: string | null;
};

export type Standing = {
  readonly personId: string;
  readonly person: string;
  readonly personNumber: string;
  readonly role: string;
  readonly profile: string | null;
  readonly assessment: string | null;
  readonly validUntil: string | null;
  readonly open: number;
  readonly mandatory: number;
};

/** Every role that is held on a day, by whom, and whether they are known to be able. */
export const standings = (tx: Tx, day: string): Promise<readonly Standing[]> =>
  tx.run<Standing>(
    'competence_standings',
    `select distinct on (h.role, hp.title, h.person_id) h.person_id as "personId", hp.title as person, hp.number as "personNumber", h.role,
       p.number as profile, a.number as assessment, a.valid_until::text as "validUntil", coalesce(g.open, 0)::integer as open,
       coalesce(g.mandatory, 0)::integer as mandatory
     from role_holder h join record hr on hr.id = h.id join record hp on hp.id = h.person_id
     left join lateral (select pr.number from competence_profile cp join record pr on pr.id = cp.id
       where cp.role = h.role and pr.state = 'in_force' limit 1) p on true
     left join lateral (select ar.number, ca.valid_until from competence_assessment ca join record ar on ar.id = ca.id
       where ca.person_id = h.person_id and ca.role = h.role and ar.state = 'assessed' order by ar.id desc limit 1) a on true
     left join lateral (select count(*) as open, count(*) filter (where cg.mandatory) as mandatory from competence_gap cg
       join record gr on gr.id = cg.id where cg.person_id = h.person_id and cg.role = h.role and gr.state in ('open', 'planned', 'done')) g on true
     where ${heldOn('$1::date')} order by h.role, hp.title, h.person_id limit 5000`,
    [day],
  ); // prettier-ignore

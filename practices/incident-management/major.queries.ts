import type { Tx } from '../../platform/db/tx.ts';
import type { Met } from './major.fields.ts';
import type { Measured } from './major.criteria.ts';

export type Weighed = Measured & {
  readonly id: string;
  readonly number: string;
  readonly majorId: string | null;
  readonly majorState: string | null;
  readonly known: readonly Met[] | null;
};

/** Of these incidents the open ones that lead (children are their parent's), with what the criteria look at. */
export const weighed = (tx: Tx, ids: readonly string[]) =>
  tx.run<Weighed>(
    'major_weighed',
    `select r.id, r.number, r.priority, i.security, s.criticality, m.id as "majorId", mr.state as "majorState", m.criteria as known,
       -- Not "f.id = r.id or f.id in (…)": for that PostgreSQL reads every record there is, for each incident.
       (select count(distinct f.requester_id) from record f
        where f.id = any(array(select c.id from incident c where c.parent_id = r.id) || r.id)) as "affectedUsers",
       (select count(*) from incident c where c.parent_id = r.id) as "linkedIncidents"
     from incident i join record r on r.id = i.id left join service s on s.id = r.service_id
       left join major_incident m on m.leading_incident_id = i.id left join record mr on mr.id = m.id
     where i.id = any($1::uuid[]) and r.open and i.parent_id is null order by i.id`,
    [ids],
  );

export type Holder = { readonly id: string; readonly name: string; readonly role: string };

/** Who holds these roles that day, in the order in which the roles are named. */
export const holdersOf = (tx: Pick<Tx, 'run'>, roles: readonly string[], at: number) =>
  tx.run<Holder>(
    'major_holders',
    `select distinct p.id, p.title as name, h.role, array_position($1::text[], h.role) as place
     from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
     where h.role = any($1::text[]) and hr.state = 'active' and p.state = 'active'
       and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $2::date)
     order by place, p.title, p.id`,
    [roles, new Date(at).toISOString()],
  );

export type Impact = {
  readonly startedAt: string;
  readonly restoredAt: string | null;
  readonly linkedIncidents: number;
  readonly openIncidents: number;
  readonly reporters: number;
  readonly customers: number;
};

/** Customer impact in figures, counted when it is asked for: the leading incident and its children. */
export const impactOf = async (tx: Tx, majorId: string): Promise<Impact | undefined> =>
  (
    await tx.run<Impact>(
      'major_impact',
      `select r.occurred_at as "startedAt", m.restored_at as "restoredAt", x.*
       from major_incident m join record r on r.id = m.id, lateral (
         select count(*) filter (where f.id <> m.leading_incident_id) as "linkedIncidents",
           count(*) filter (where f.open) as "openIncidents",
           count(distinct f.requester_id) as reporters, count(distinct f.customer_id) as customers
         from record f where f.id = any(
           array(select c.id from incident c where c.parent_id = m.leading_incident_id) || m.leading_incident_id)) x
       where m.id = $1`,
      [majorId],
    )
  )[0];

export type Entry = {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly authorId: string | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly audiences: readonly string[];
  readonly people: readonly string[];
  readonly way: string | null;
  readonly correctsId: string | null;
};

/** The timeline, latest first. */
export const entriesOf = (tx: Tx, majorId: string) =>
  tx.run<Entry>(
    'major_entries',
    `select id, kind, at, recorded_at as "recordedAt", author_id as "authorId", texts, audiences, people, way, corrects_id as "correctsId"
     from major_entry where record_id = $1 order by at desc, id desc limit 2000`,
    [majorId],
  );

import type { Tx } from '../../platform/db/tx.ts';

export const checkKinds = [
  'vacant', 'no_deputy', 'duties_conflict', 'no_letter', 'not_accepted', 'no_owner', 'none_accountable', 'two_accountable', 'accountable_vacant',
] as const; // prettier-ignore
export type CheckKind = (typeof checkKinds)[number];

/** What is wrong with who does what: the record that it is about, and the roles or the person concerned. */
export type Finding = {
  readonly kind: CheckKind;
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly roles: readonly string[];
};

const held = `held as (
  select h.id, h.role, h.person_id from role_holder h join record r on r.id = h.id join record p on p.id = h.person_id
  where r.state = 'active' and p.state = 'active' and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date))`;
const defined = `defined as (select d.*, r.number, r.title from role_definition d join record r on r.id = d.id where r.state = 'active')`;
const processes = `processes as (
  select t.id, r.number, r.title, r.owner_id, array(select k from jsonb_each_text(t.raci) as e(k, v) where v in ('A', 'AR') order by k) as accountable
  from sms_process t join record r on r.id = t.id where r.state = 'active')`;

/** 5.3: unassigned roles, broken separation of duties, processes that nobody answers for. A day of the organisation. */
export const findings = (tx: Tx, today: string): Promise<Finding[]> =>
  tx.run<Finding>(
    'role_findings',
    `with ${held}, ${defined}, ${processes}
     select 'vacant' as kind, d.id, 'role-definition' as type, d.number, d.title, array[d.role] as roles from defined d
       where d.required and not exists (select 1 from held h where h.role = d.role)
     union all
     select 'no_deputy', d.id, 'role-definition', d.number, d.title, array[d.role] from defined d
       where d.needs_deputy and exists (select 1 from held h where h.role = d.role)
         and not exists (select 1 from held h join appointment a on a.holder_id = h.id join record ar on ar.id = a.id
           where h.role = d.role and ar.state <> 'ended' and a.deputy_id is not null)
         and (select count(distinct h.person_id) from held h where h.role = d.role) < 2
     union all
     select 'duties_conflict', p.id, 'person', p.number, p.title, array[least(a.role, b.role), greatest(a.role, b.role)]
       from held a join held b on b.person_id = a.person_id and a.role < b.role join record p on p.id = a.person_id
       where exists (select 1 from defined d where d.role = a.role and b.role = any(d.incompatible) or d.role = b.role and a.role = any(d.incompatible))
       group by p.id, p.number, p.title, a.role, b.role
     union all
     select 'no_letter', h.id, 'role-holder', r.number, r.title, array[h.role] from held h join record r on r.id = h.id
       where exists (select 1 from defined d where d.role = h.role and d.required)
         and not exists (select 1 from appointment a join record ar on ar.id = a.id where a.holder_id = h.id and ar.state <> 'ended')
     union all
     select 'not_accepted', a.id, 'appointment', r.number, r.title, array[h.role] from appointment a join record r on r.id = a.id
       join held h on h.id = a.holder_id where r.state in ('draft', 'issued')
     union all
     select 'no_owner', p.id, 'sms-process', p.number, p.title, '{}' from processes p where p.owner_id is null
     union all
     select 'none_accountable', p.id, 'sms-process', p.number, p.title, '{}' from processes p where cardinality(p.accountable) = 0
     union all
     select 'two_accountable', p.id, 'sms-process', p.number, p.title, p.accountable from processes p where cardinality(p.accountable) > 1
     union all
     select 'accountable_vacant', p.id, 'sms-process', p.number, p.title, p.accountable from processes p
       where cardinality(p.accountable) = 1 and not exists (select 1 from held h where h.role = p.accountable[1])
     order by 1, 4 limit 1000`,
    [today],
  );

export type RoleLine = {
  readonly role: string;
  readonly id: string | null;
  readonly number: string | null;
  readonly required: boolean;
  readonly holders: readonly {
    readonly id: string;
    readonly number: string;
    readonly person: string;
    readonly since: string;
    readonly until: string | null;
    readonly letter: string | null;
    readonly letterState: string | null;
    readonly deputy: string | null;
  }[];
};

/** The catalogue with who holds what today, with their letters and deputies. */
export const holders = (tx: Tx, today: string): Promise<RoleLine[]> =>
  tx.run<RoleLine>(
    'role_lines',
    `with ${held}, ${defined}
     select d.role, d.id, d.number, d.required,
       coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'number', hr.number, 'person', p.title, 'since', rh.valid_from, 'until', rh.valid_to,
           'letter', ar.number, 'letterState', ar.state, 'deputy', dp.title) order by p.title)
         from held h join role_holder rh on rh.id = h.id join record hr on hr.id = h.id join record p on p.id = h.person_id
         left join lateral (select x.number, x.state, a.deputy_id from appointment a join record x on x.id = a.id
           where a.holder_id = h.id and x.state <> 'ended' order by x.id desc limit 1) ar on true
         left join record dp on dp.id = ar.deputy_id where h.role = d.role), '[]') as holders
     from defined d order by d.number`,
    [today],
  ); // prettier-ignore

type Liveliness = {
  readonly id: string;
  readonly code: string;
  readonly newest: string | null;
  readonly silentTo: string | null;
};

/** SQL: something of a process (`t`) changed since then. The newest of each type is found by its index; `= any` reads them all. */
export const touchedSince = (since: string) =>
  `exists (select 1 from unnest(t.record_types) as y(type) where (select max(k.updated_at) from record k where k.type = y.type) >= ${since})`;

/** When each process last did something that left a record. */
export const liveliness = (tx: Tx): Promise<Liveliness[]> =>
  tx.run<Liveliness>(
    'process_liveliness',
    `select t.id, t.code, t.silent_to::text as "silentTo",
       (select max((select max(k.updated_at) from record k where k.type = y.type)) from unnest(t.record_types) as y(type)) as newest
     from sms_process t join record r on r.id = t.id where r.state = 'active' order by r.number limit 500`,
  );

-- Configuration management (8.2.6): classes, items, how they hang together, and what was agreed to be the state of things.
create sequence number_ci_class;
create table ci_class (
  id           uuid primary key references record,
  key          text not null,
  title_zh     text not null,
  -- What files call it: ["Access Switch", "Router"].
  also_called  jsonb,
  description  text,
  parent_id    uuid references record,
  -- [{ key, label: { en, zh-CN }, kind, required, options }]; those of the classes above it belong to it too.
  attributes   jsonb not null default '[]',
  -- [{ kind, to: [class keys] }]; null: as the class above says.
  relations    jsonb,
  -- Only groups other classes; nothing is recorded under it.
  abstract     boolean not null default false,
  unique_names boolean not null default true
);
create unique index ci_class_key on ci_class (key);

create sequence number_ci;
create table ci (
  id                  uuid primary key references record,
  class_id            uuid not null references record,
  description         text,
  attributes          jsonb not null default '{}',
  criticality         text check (criticality in ('critical', 'high', 'medium', 'low')),
  serial_number       text,
  location            text,
  supplier_id         uuid references record,
  warranty_until      date,
  end_of_life         date,
  last_verified_at    timestamptz,
  last_verified_by_id uuid references record,
  -- The change or release by which it is as it is.
  change_ref          text,
  went_live_at        timestamptz,
  load_approved_by_id uuid references record,
  -- The last edit of a live item that cited no change.
  unlinked_edit_at    timestamptz,
  -- What an import could not take as it was: no name, or one that another item has.
  name_issue          text check (name_issue in ('unnamed', 'duplicate')),
  erasure_proof       text,
  retired_at          timestamptz,
  disposed_at         timestamptz
);
create index ci_class_items on ci (class_id, id);
create index ci_name_issue on ci (name_issue) where name_issue is not null;
create index ci_supplier on ci (supplier_id) where supplier_id is not null;
-- Of equal names in one class and place.
create index record_ci_title on record (lower(title)) where type = 'ci';

-- Directed and in time: nothing is deleted, so the graph can be drawn as it was on any date. The ends are judged before
-- they are written and records are never deleted; foreign keys would lock every item twice per relation of an import.
create table ci_relation (
  id               uuid primary key,
  from_id          uuid not null,
  kind             text not null,
  to_id            uuid not null,
  -- Whichever direction a kind is read in, one end needs the other. Impact follows these two alone.
  needy_id         uuid generated always as (case
                     when kind in ('runs_on', 'depends_on', 'located_in') then from_id
                     when kind in ('part_of', 'provides', 'used_by') then to_id end) stored,
  needed_id        uuid generated always as (case
                     when kind in ('runs_on', 'depends_on', 'located_in') then to_id
                     when kind in ('part_of', 'provides', 'used_by') then from_id end) stored,
  -- Of those in one group of the needy end, so many must stand; the others may fail.
  redundancy_group text,
  group_needs      integer not null default 1 check (group_needs > 0),
  since            timestamptz not null,
  until            timestamptz,
  by_id            uuid,
  ended_by_id      uuid,
  change_ref       text,
  source           text,
  -- Which transaction wrote it last: what a process keeps of the graph in memory is brought up to date by it.
  changed          xid8 not null default pg_current_xact_id(),
  check (kind in ('runs_on', 'depends_on', 'part_of', 'connects_to', 'provides', 'used_by', 'backed_up_by', 'owned_by',
    'contracted_by', 'located_in')),
  check (from_id <> to_id),
  check (until >= since)
);
-- At most one that is not ended; those that were are told apart by their ends.
create unique index ci_relation_once on ci_relation (from_id, kind, to_id, until) nulls not distinct;
create index ci_relation_to on ci_relation (to_id);
create index ci_relation_group on ci_relation (needy_id) where redundancy_group is not null;

create index ci_relation_changed on ci_relation (changed);
create function relation_is_changed() returns trigger language plpgsql as $$
begin
  new.changed := pg_current_xact_id();
  return new;
end $$;
create trigger relation_is_changed before update on ci_relation for each row execute function relation_is_changed();

-- What the catalogue says a service depends on are relations too. At the transaction's end, when the record's own time
-- is written whichever statement wrote it.
create function service_dependencies_are_relations() returns trigger language plpgsql as $$
declare
  happened timestamptz;
begin
  select updated_at into happened from record where id = new.id;
  update ci_relation set until = greatest(happened, since)
   where from_id = new.id and kind = 'depends_on' and source = 'service-catalogue' and until is null
     and to_id <> all (new.depends_on_ids);
  insert into ci_relation (id, from_id, kind, to_id, since, source)
  select gen_random_uuid(), new.id, 'depends_on', needed, happened, 'service-catalogue'
    from (select distinct unnest(new.depends_on_ids) as needed) x
   where needed <> new.id
  on conflict do nothing;
  return null;
end $$;
create constraint trigger dependencies_are_relations after insert or update of depends_on_ids on service
  deferrable initially deferred for each row execute function service_dependencies_are_relations();
insert into ci_relation (id, from_id, kind, to_id, since, source)
select gen_random_uuid(), s.id, 'depends_on', needed, r.created_at, 'service-catalogue'
  from service s join record r on r.id = s.id cross join lateral (select distinct unnest(s.depends_on_ids) as needed) x
 where needed <> s.id;

/* All that stop with the seeds (or, the other way, all that they need) at a moment, level by level: each once, at its
   shortest distance. Cycles end where they were entered. */
create function ci_reach(seeds uuid[], stops boolean, kinds text[], most integer, moment timestamptz)
returns table (id uuid, depth integer) language plpgsql stable parallel safe as $$
declare
  level integer := 0;
  frontier uuid[] := seeds;
  seen uuid[] := seeds;
begin
  while level < most and cardinality(frontier) > 0 loop
    level := level + 1;
    if stops then
      select coalesce(array_agg(x.other), '{}') into frontier from (
        select e.needy_id as other from unnest(frontier) as f (id) cross join lateral (
            select * from ci_relation a where a.to_id = f.id union all select * from ci_relation a where a.from_id = f.id) e
         where e.needed_id = f.id and (kinds is null or e.kind = any (kinds))
           and (moment is null and e.until is null or e.since <= moment and (e.until is null or e.until > moment))
        except select unnest(seen)) x;
    else
      select coalesce(array_agg(x.other), '{}') into frontier from (
        select e.needed_id as other from unnest(frontier) as f (id) cross join lateral (
            select * from ci_relation a where a.from_id = f.id union all select * from ci_relation a where a.to_id = f.id) e
         where e.needy_id = f.id and (kinds is null or e.kind = any (kinds))
           and (moment is null and e.until is null or e.since <= moment and (e.until is null or e.until > moment))
        except select unnest(seen)) x;
    end if;
    seen := seen || frontier;
    return query select f.i, level from unnest(frontier) as f (i);
  end loop;
end $$;

create sequence number_baseline;
create table baseline (
  id             uuid primary key references record,
  purpose        text,
  scope          text check (scope in ('everything', 'class', 'service', 'subgraph')),
  scope_class_id uuid references record,
  scope_root_id  uuid references record,
  scope_depth    integer,
  taken_at       timestamptz,
  taken_by_id    uuid references record,
  items          integer,
  relations      integer,
  -- SHA-256 over its rows in order: shows that nothing was changed since.
  digest         text
);
create table baseline_item (
  baseline_id uuid not null references record,
  record_id   uuid not null references record,
  number      text not null,
  title       text not null,
  state       text not null,
  class_key   text not null,
  -- The fields that a comparison tells of, each by its name.
  data        jsonb not null,
  primary key (baseline_id, record_id)
);
create table baseline_relation (
  baseline_id      uuid not null references record,
  from_id          uuid not null,
  kind             text not null,
  to_id            uuid not null,
  redundancy_group text,
  primary key (baseline_id, from_id, kind, to_id)
);
revoke update, delete, truncate on baseline_item, baseline_relation from :app_role;
create trigger append_only before update or delete on baseline_item for each row execute function refuse_change();
create trigger append_only before update or delete on baseline_relation for each row execute function refuse_change();

-- Beside the name, which imported incidents may have alone.
alter table incident add column ci_id uuid references record;
create index incident_ci_item on incident (ci_id) where ci_id is not null;

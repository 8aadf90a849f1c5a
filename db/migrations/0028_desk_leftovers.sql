-- What moves between records, what is internal, and what the desk keeps besides.

-- Files have readers as comments have: an internal one is for the organisation's own people. `carried_from` is the
-- record from which a comment or a file came when two were merged or one was split.
alter table attachment add column public boolean not null default true;
alter table attachment add column carried_from uuid references record;
alter table comment add column carried_from uuid references record;

-- A defect of software as whoever reports it can tell it, so that somebody else can see it happen.
alter table incident add column reproduce_steps text;
alter table incident add column expected_result text;
alter table incident add column software_version text;
-- Who has to do it is disputed since then, until the process owner has decided.
alter table incident add column disputed_at timestamptz;
create index incident_disputed on incident (disputed_at) where disputed_at is not null;

-- The same matter in the developers' own tool. Its state is theirs, our number and priority are ours; each side tells the other.
create table development_issue (
  id            uuid primary key,
  incident_id   uuid not null references record,
  tracker       text not null,
  key           text not null,
  url           text not null,
  title         text,
  state         text not null default 'open' check (state in ('open', 'in_progress', 'resolved', 'closed', 'rejected')),
  -- As the tracker itself calls it.
  state_told    text,
  assignee      text,
  fixed_in      text,
  linked_at     timestamptz not null,
  linked_by_id  uuid references record,
  told_at       timestamptz,
  unique (incident_id, tracker, key)
);
create index development_issue_key on development_issue (tracker, key);

-- What an organisation arranges for its own desk: fields of its own, templates of answers, saved views, time booked.
create sequence number_custom_field;
create table custom_field (
  id          uuid primary key references record,
  record_type text not null,
  key         text not null,
  kind        text not null,
  points_to   text,
  label_en    text not null,
  label_zh    text not null,
  help_en     text,
  help_zh     text,
  options     jsonb,
  required    boolean not null default false,
  -- Names of the transitions on which it must not be empty.
  required_on jsonb,
  place       integer not null default 100,
  searchable  boolean not null default false,
  in_list     boolean not null default false
);
-- Also of fields no longer used: their values stay readable under their key for ever.
create unique index custom_field_key on custom_field (record_type, key);
-- Filters on custom fields are containments; records without any cost nothing here.
create index record_custom on record using gin (custom jsonb_path_ops)
  with (fastupdate = on, gin_pending_list_limit = 64) where custom is not null;

create sequence number_answer_template;
create table answer_template (
  id          uuid primary key references record,
  record_type text,
  category_id uuid references record,
  body_en     text,
  body_zh     text
);

create table saved_view (
  id          uuid primary key,
  record_type text not null,
  name        text not null,
  -- The queue's address: filters, sort and columns.
  query       jsonb not null,
  owner_id    uuid not null references record,
  shared_with text not null check (shared_with in ('nobody', 'team', 'all')),
  team_id     uuid references record,
  updated_at  timestamptz not null default now(),
  check ((shared_with = 'team') = (team_id is not null))
);
create index saved_view_owner on saved_view (owner_id, record_type);
create index saved_view_shared on saved_view (record_type) where shared_with <> 'nobody';

-- With which view a person's queue opens.
create table saved_view_default (
  person_id   uuid not null references record,
  record_type text not null,
  view_id     uuid not null references saved_view on delete cascade,
  primary key (person_id, record_type)
);

-- What an hour costs: of a team's members, of a role's holders, or of everybody; valid from day to day.
create sequence number_time_rate;
create table time_rate (
  id           uuid primary key references record,
  role         text,
  hourly_cents integer not null,
  currency     text not null,
  valid_from   date not null,
  valid_to     date
);

-- Time booked on records. A mistake is cancelled by an entry of its own, so that sums need no rule.
create table time_entry (
  id         uuid primary key,
  record_id  uuid not null references record,
  person_id  uuid not null references record,
  date       date not null,
  minutes    integer not null check (minutes <> 0),
  activity   text not null,
  note       text,
  billable   boolean not null,
  -- What it cost by the rate that was valid on that day; null where there was none.
  rate_id    uuid references record,
  cost_cents bigint,
  currency   text,
  cancels    uuid unique references time_entry,
  by_id      uuid references record,
  at         timestamptz not null,
  check ((cancels is null) = (minutes > 0))
);
create index time_entry_record on time_entry (record_id, at, id);
create index time_entry_person on time_entry (person_id, date);
create index time_entry_date on time_entry (date);
revoke update, delete, truncate on time_entry from :app_role;
create trigger append_only before update or delete on time_entry for each row execute function refuse_change();

-- The one timer that a person lets run.
create table time_timer (
  person_id  uuid primary key references record,
  record_id  uuid not null references record,
  started_at timestamptz not null
);

-- Reconciliation (8.2.6): what other systems and people find is compared with what is recorded, never written over it.
create sequence number_feed;
create table feed (
  id              uuid primary key references record,
  -- How records say where they came from: items of this source are the ones it speaks of.
  origin          text,
  transport       text not null default 'upload' check (transport in ('upload', 'http')),
  url             text,
  -- Relations, where they are another document.
  relations_url   text,
  header_name     text,
  has_secret      boolean not null default false,
  every_hours     integer check (every_hours between 1 and 8760),
  -- { column: target }; empty: told by the names of the columns.
  mapping         jsonb not null default '{}',
  match_by        jsonb not null default '["ref", "serial", "name"]',
  scope_class_id  uuid references record,
  default_class_id uuid references record,
  shrink_percent  integer not null default 20 check (shrink_percent between 1 and 90),
  last_run_at     timestamptz,
  last_result     text,
  next_run_at     timestamptz
);
create index feed_due on feed (next_run_at) where next_run_at is not null;

-- Sealed with the server's own secret; no part of the record, so that no list, export or trail can hold it.
create table feed_secret (
  feed_id uuid primary key references record,
  sealed  bytea not null
);

create table feed_run (
  id           uuid primary key,
  feed_id      uuid not null references record,
  mode         text not null check (mode in ('initial', 'compare')),
  state        text not null default 'queued' check (state in ('queued', 'running', 'done', 'refused', 'failed')),
  by_id        uuid references record,
  file_name    text,
  -- The uploaded document, until it has been read.
  document     bytea,
  rows_total   integer not null default 0,
  rows_done    integer not null default 0,
  -- { items, relations, created, matched, opened, seen, gone, missing, problems }
  counts       jsonb not null default '{}',
  problems     jsonb not null default '[]',
  refusal      jsonb,
  queued_at    timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  heartbeat_at timestamptz
);
create index feed_run_of on feed_run (feed_id, queued_at desc);
create index feed_run_waiting on feed_run (queued_at) where state in ('queued', 'running');

-- Under which identifier a source knows an item, whatever the item's own origin.
create table source_item (
  source       text not null,
  ref          text not null,
  record_id    uuid not null references record,
  last_seen_at timestamptz not null,
  primary key (source, ref)
);
create index source_item_record on source_item (record_id);

create sequence number_verification;
create table verification (
  id                 uuid primary key references record,
  purpose            text,
  scope              text check (scope in ('everything', 'class', 'service', 'subgraph')),
  scope_class_id     uuid references record,
  scope_root_id      uuid references record,
  scope_depth        integer,
  sample_size        integer,
  seed               text,
  population         integer,
  verifier_id        uuid references record,
  due_on             date,
  interval_months    integer,
  next_due_on        date,
  started_at         timestamptz,
  checked_at         timestamptz,
  items              integer not null default 0,
  items_checked      integer not null default 0,
  items_right        integer not null default 0,
  items_absent       integer not null default 0,
  attributes_checked integer not null default 0,
  attributes_right   integer not null default 0,
  unrecorded         integer not null default 0,
  conclusion         text
);
create index verification_due on verification (due_on);

-- The sample, and what the record said when it was drawn.
create table verification_item (
  verification_id uuid not null references record,
  ci_id           uuid not null references record,
  place           integer not null,
  -- null: not looked at yet
  present         boolean,
  note            text,
  checked_at      timestamptz,
  checked_by_id   uuid references record,
  primary key (verification_id, ci_id)
);
create index verification_item_place on verification_item (verification_id, place);
create table verification_line (
  verification_id uuid not null references record,
  ci_id           uuid not null references record,
  field           text not null,
  place           integer not null,
  recorded        jsonb,
  result          text check (result in ('right', 'wrong', 'missing')),
  found           jsonb,
  primary key (verification_id, ci_id, field)
);

create sequence number_difference;
create table difference (
  id                uuid primary key references record,
  kind              text not null check (kind in ('new_item', 'missing_item', 'attribute', 'new_relation', 'missing_relation', 'unlinked_edit')),
  -- Of a feed, of a verification, or of the trail itself.
  origin            text,
  feed_id           uuid references record,
  verification_id   uuid references record,
  ci_id             uuid references record,
  ref               text,
  field             text,
  recorded          jsonb,
  found             jsonb,
  relation          jsonb,
  -- One difference once: empty as soon as it is accepted or gone.
  subject_key       text,
  first_seen_at     timestamptz,
  last_seen_at      timestamptz,
  seen_count        integer not null default 1,
  edited_by_id      uuid references record,
  change_ref        text,
  raised_change_id  uuid references record,
  resolved_at       timestamptz,
  resolved_by_id    uuid references record
);
create unique index difference_subject on difference (subject_key) where subject_key is not null;
create index difference_feed on difference (feed_id, id) where feed_id is not null;
create index difference_verification on difference (verification_id) where verification_id is not null;
create index difference_ci on difference (ci_id) where ci_id is not null;
create index difference_first_seen on difference (first_seen_at);

-- Identity of an item: by its serial number, by its name.
create index ci_serial on ci (lower(serial_number)) where serial_number is not null;
-- Two records of one thing became one: which one it is now.
alter table ci add column merged_into_id uuid references record;
-- Equal but for case, spaces and punctuation, and for zeros before a number.
create function plain_name(text) returns text language sql immutable parallel safe
  return regexp_replace(regexp_replace(lower($1), '[^[:alnum:]]+', '', 'g'), '(^|[^0-9])0+([0-9])', '\1\2', 'g');
-- Somebody looked: these two are not one, however alike their names are.
create table not_duplicate (
  one_id   uuid not null references record,
  other_id uuid not null references record,
  reason   text not null,
  by_id    uuid references record,
  at       timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);

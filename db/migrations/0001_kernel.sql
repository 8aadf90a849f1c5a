-- The kernel's tables. The application's role gets SELECT, INSERT, UPDATE, DELETE on all tables by default privilege;
-- what it must not do is revoked here, beside the table.

-- English words are stemmed, everything else (Chinese words arrive segmented by Intl.Segmenter) is kept as it is.
create text search configuration words (copy = simple);
alter text search configuration words
  alter mapping for asciiword, asciihword, hword_asciipart with english_stem;

-- What every record has (processes.md 0.1.1). Each type's own fields are in the table named like the type.
create table record (
  id           uuid primary key,
  type         text not null,
  number       text not null,
  title        text not null,
  state        text not null,
  open         boolean not null,
  version      integer not null default 1,
  priority     smallint,
  service_id   uuid references record,
  team_id      uuid references record,
  owner_id     uuid references record,
  requester_id uuid references record,
  customer_id  uuid references record,
  org_unit_id  uuid references record,
  -- The earliest due instant of its running clocks; infinity keeps keyset paging free of nulls.
  next_due     timestamptz not null default 'infinity',
  -- When it happened in the world, when it was written here (0.1.4: both are kept).
  occurred_at  timestamptz not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  closed_at    timestamptz,
  created_by   uuid,
  source       text,
  source_ref   text,
  custom       jsonb
);
create unique index record_number on record (number);
create unique index record_source on record (type, source, source_ref) where source is not null;
-- The queues: next due of a team, of a person, of everybody; then the archive by change.
create index record_team_due on record (team_id, type, next_due, id) where open;
create index record_owner_due on record (owner_id, type, next_due, id) where open;
create index record_due on record (type, next_due, id) where open;
create index record_updated on record (type, updated_at, id);
create index record_type on record (type, id);
create index record_service on record (service_id, type, id) where service_id is not null;
-- What is one's own, for those who see nothing else: the three together (BitmapOr) find it among a million.
create index record_owner on record (owner_id, type, id) where owner_id is not null;
create index record_created_by on record (created_by, type, id) where created_by is not null;
create index record_requester on record (requester_id, type, id) where requester_id is not null;
create index record_customer on record (customer_id, type, id) where customer_id is not null;

-- Numbers are gap-free per type (0.1.1) without making creators wait for each other: a sequence hands them out, and a
-- number lost by a rollback or a crash is found by the worker, put here, and handed out next.
create table number_gap (prefix text not null, n bigint not null, primary key (prefix, n));

create table search_entry (
  record_id uuid primary key references record,
  words     tsvector not null
);
-- The smallest pending list there is: the default one makes search slow until the next vacuum, none makes each creating pay for all its words.
create index search_entry_words on search_entry using gin (words) with (fastupdate = on, gin_pending_list_limit = 64);

-- One row per promise that runs or ran. A cache: kernel/clock/replay.ts over `moves` is the truth, and the trail holds
-- the moves too. Its target is what the agreement in force gave it, so agreement and calendar are not looked up again
-- by a foreign key: all records being made at once would lock the same two rows, six times each.
create table clock (
  record_id     uuid not null references record,
  name          text not null,
  status        text not null,
  target_ms     bigint,
  agreement_id  uuid,
  agreement_version integer,
  calendar_id   uuid,
  started_at    timestamptz not null,
  elapsed_ms    bigint not null,
  due_at        timestamptz,
  -- The highest warning passed: 0, 50, 75, 90; and the instant at which the next one, or the breach, falls.
  warned        smallint not null default 0,
  next_check_at timestamptz,
  breached_at   timestamptz,
  stopped_at    timestamptz,
  cycles        integer not null default 0,
  missed        integer not null default 0,
  moves         jsonb not null,
  primary key (record_id, name)
);
create index clock_next_check on clock (next_check_at) where next_check_at is not null;

-- The trail. Append-only: nobody but the owner of the schema could change a row, and the seal would show it.
create table trail_event (
  seq         bigint generated always as identity,
  -- Sequence numbers become visible out of order; readers order by (txid, seq) below pg_snapshot_xmin.
  txid        xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default clock_timestamp(),
  at          timestamptz not null,
  record_id   uuid not null,
  record_type text not null,
  version     integer not null,
  action      text not null,
  from_state  text,
  to_state    text,
  actor_id    uuid,
  channel     text not null,
  reason      text,
  -- { field: [old, new] }
  changes     jsonb not null,
  -- Versions of the rules that decided, targets chosen, comment or link written, source of an import.
  detail      jsonb,
  primary key (txid, seq)
);
create index trail_event_record on trail_event (record_id, seq);
revoke update, delete, truncate on trail_event from :app_role;

create table trail_seal (
  batch     bigint primary key,
  seqs      bigint[] not null,
  -- SHA-256 of each event, 32 bytes each, in the order of seqs; then the chain over them.
  digests   bytea not null,
  previous  bytea not null,
  hash      bytea not null,
  last_txid xid8 not null,
  last_seq  bigint not null,
  sealed_at timestamptz not null default clock_timestamp()
);
revoke update, delete, truncate on trail_seal from :app_role;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on trail_event for each row execute function refuse_change();
create trigger append_only before update or delete on trail_seal for each row execute function refuse_change();

create table trail_cursor (
  subscriber text primary key,
  txid       xid8 not null default '0',
  seq        bigint not null default 0
);

create table comment (
  id        uuid primary key,
  record_id uuid not null references record,
  author_id uuid references record,
  body      text not null,
  public    boolean not null,
  at        timestamptz not null
);
create index comment_record on comment (record_id, at, id);
revoke update, delete, truncate on comment from :app_role;

create table attachment_content (sha256 bytea primary key, content bytea not null);
alter table attachment_content alter column content set storage external;
create table attachment (
  id         uuid primary key,
  record_id  uuid not null references record,
  name       text not null,
  media_type text not null,
  size       bigint not null,
  sha256     bytea not null references attachment_content,
  by_id      uuid references record,
  at         timestamptz not null
);
create index attachment_record on attachment (record_id, at, id);

create table link (
  from_id uuid not null references record,
  kind    text not null,
  to_id   uuid not null references record,
  at      timestamptz not null,
  by_id   uuid references record,
  primary key (from_id, kind, to_id),
  check (from_id <> to_id)
);
create index link_to on link (to_id, kind, from_id);

-- S6: what one person asked for and a second one must confirm.
create table pending_act (
  id           uuid primary key,
  record_id    uuid not null references record,
  action       text not null,
  input        jsonb not null,
  requested_by uuid references record,
  requested_at timestamptz not null,
  state        text not null default 'pending' check (state in ('pending', 'confirmed', 'declined')),
  decided_by   uuid references record,
  decided_at   timestamptz
);
create index pending_act_record on pending_act (record_id) where state = 'pending';

-- Rule values, each with the version that a decision cites.
create table setting (
  key        text primary key,
  value      jsonb not null,
  version    integer not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid references record
);

create table idempotency_key (
  key         text not null,
  person_id   uuid not null,
  request     bytea not null,
  status      integer,
  body        jsonb,
  at          timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_key_at on idempotency_key (at);
create index record_source_ref on record (source_ref) where source_ref is not null;

-- The forward schedule of change (8.5.1): freezes, meetings of the board, feeds of the calendar, runs of pipelines.
alter table change
  -- The window that approvers agreed to; another one may have to be asked for again.
  add column approved_start_at timestamptz,
  add column approved_end_at timestamptz,
  add column collisions_checked_by_id uuid references record;
update change set approved_start_at = planned_start_at, approved_end_at = planned_end_at where approved_at is not null;

create sequence number_change_freeze;
create table change_freeze (
  id               uuid primary key references record,
  starts_at        timestamptz,
  ends_at          timestamptz,
  scope            text not null default 'everything' check (scope in ('everything', 'subjects')),
  -- Services and configuration items; what they rest on is frozen with them.
  subject_ids      uuid[] not null default '{}',
  purpose          text,
  allows_emergency boolean not null default true,
  allows_standard  boolean not null default false,
  declared_at      timestamptz,
  declared_by_id   uuid references record,
  ended_at         timestamptz
);
create index change_freeze_window on change_freeze using gist (tstzrange(starts_at, ends_at)) where starts_at is not null and ends_at >= starts_at;
create index change_freeze_ends on change_freeze (ends_at) where ended_at is null;

-- Who let which change pass a freeze, and why. Written once.
create table change_freeze_exception (
  freeze_id uuid not null references record,
  change_id uuid not null references record,
  reason    text not null,
  by_id     uuid references record,
  at        timestamptz not null,
  primary key (freeze_id, change_id)
);
create index change_freeze_exception_change on change_freeze_exception (change_id);
revoke update, delete, truncate on change_freeze_exception from :app_role;

create sequence number_cab_meeting;
create table cab_meeting (
  id          uuid primary key references record,
  starts_at   timestamptz,
  ends_at     timestamptz,
  place       text,
  -- Who belongs to it, how many of them it needs, and who was there.
  member_ids  uuid[] not null default '{}',
  quorum      integer not null default 2,
  present_ids uuid[] not null default '{}',
  -- Changes in their order, each with its votes and what was decided; `agenda_ids` has the changes once more.
  agenda      jsonb not null default '[]',
  agenda_ids  uuid[] not null default '{}',
  minutes     text,
  opened_at   timestamptz,
  closed_at   timestamptz
);
create index cab_meeting_starts on cab_meeting (starts_at);
create index cab_meeting_agenda on cab_meeting using gin (agenda_ids);

-- A calendar that another program reads: the address is the secret, of which only the SHA-256 is kept.
create table schedule_feed (
  id         uuid primary key,
  person_id  uuid not null references record,
  hash       bytea not null unique check (octet_length(hash) = 32),
  made_at    timestamptz not null,
  revoked_at timestamptz,
  used_at    timestamptz
);
create unique index schedule_feed_person on schedule_feed (person_id) where revoked_at is null;

-- Runs of pipelines that carried a change out; the same run told twice is one.
create table change_run (
  change_id   uuid not null references record,
  run_id      text not null,
  url         text,
  by_id       uuid references record,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  result      text check (result in ('finished', 'failed')),
  primary key (change_id, run_id)
);

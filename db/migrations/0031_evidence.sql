-- The standard's requirements, answered by the organisation's own records (kernel/evidence).

-- What checks found in the records of one day: how many were looked at, how many have the fault. Of large record types
-- only the days are counted again whose records changed, or whose verdict time alone may turn (recheck_at).
create table evidence_bucket (
  record_type text not null,
  check_key   text not null,
  day         date not null,
  n           integer not null,
  faults      integer not null,
  newest_at   timestamptz,
  recheck_at  timestamptz,
  -- The first faults of the day, to be shown; all of them are found by the list's filter.
  found       uuid[] not null,
  primary key (check_key, day)
);
create index evidence_bucket_recheck on evidence_bucket (record_type, recheck_at) where recheck_at is not null;

-- By which text of its checks a type's days were counted. Another text, and they are counted from nothing.
create table evidence_counted (
  record_type text primary key,
  definition  text not null
);

-- The answers, one row for each requirement and day: the last evaluation of a day is what stays of it.
create table evidence_answer (
  standard     text not null,
  requirement  text not null,
  day          date not null,
  status       text not null check (status in ('met', 'partly', 'missing', 'none', 'failed')),
  n            bigint not null,
  faults       bigint not null,
  newest_at    timestamptz,
  lapses_at    timestamptz,
  checks       jsonb not null,
  evaluated_at timestamptz not null,
  primary key (standard, day, requirement)
);
create index evidence_answer_requirement on evidence_answer (standard, requirement, day);

-- An evaluation that was asked for, and how far it is.
create table evidence_run (
  id         bigint generated always as identity primary key,
  asked_at   timestamptz not null,
  asked_by   uuid,
  whole      boolean not null default false,
  started_at timestamptz,
  ended_at   timestamptz,
  done       integer not null default 0,
  total      integer not null default 0,
  failure    text
);
create index evidence_run_waiting on evidence_run (id) where ended_at is null;

-- One check's counts on their way into a bucket: many checks are counted in one pass over a type's rows.
create type evidence_count as (
  check_key text, n integer, faults integer, newest_at timestamptz, recheck_at timestamptz, found uuid[]
);

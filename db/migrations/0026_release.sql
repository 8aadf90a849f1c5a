-- Release and deployment management (8.5.3).
create sequence number_release;
create table release (
  id                  uuid primary key references record,
  kind                text,
  version_name        text,
  description         text,
  -- How it is brought out, and what brings the former state back.
  method              text,
  rollback_plan       text,
  -- What it carries; `release_change` has them once more, to be joined with.
  change_ids          uuid[] not null default '{}',
  service_ids         uuid[] not null default '{}',
  planned_start_at    timestamptz,
  planned_end_at      timestamptz,
  developer_ids       uuid[] not null default '{}',
  builder_id          uuid references record,
  tester_id           uuid references record,
  deployer_id         uuid references record,
  -- Name, version and SHA-256 as built; in the same order, as tested and as deployed.
  deliverables        jsonb not null default '[]',
  tested_hashes       jsonb not null default '[]',
  deployed_hashes     jsonb not null default '[]',
  -- What was agreed to accept it, and in the same order what the test found.
  criteria            jsonb not null default '[]',
  results             jsonb not null default '[]',
  -- How it shall go out, and in the same order how it went.
  waves               jsonb not null default '[]',
  wave_runs           jsonb not null default '[]',
  failed_decision     text,
  decision_party_ids  uuid[] not null default '{}',
  decided_at          timestamptz,
  decided_by_id       uuid references record,
  built_at            timestamptz,
  tested_at           timestamptz,
  passed_at_first     boolean,
  accepted_at         timestamptz,
  accepted_by_id      uuid references record,
  approval_asked_at   timestamptz,
  approved_at         timestamptz,
  approved_by_ids     uuid[] not null default '{}',
  baseline_id         uuid references record,
  published_at        timestamptz,
  started_at          timestamptz,
  started_by_id       uuid references record,
  smoke_result        text,
  smoke_evidence      text,
  smoke_tested_at     timestamptz,
  smoke_tested_by_id  uuid references record,
  deployed_at         timestamptz,
  early_life_until    timestamptz,
  rolled_back_at      timestamptz,
  rollback_reason     text,
  -- As they were counted when it was closed; the figure of today is asked for anew.
  incidents7          integer,
  incidents30         integer,
  result_analysis     text,
  analysed_at         timestamptz,
  successful          boolean,
  cancelled_at        timestamptz
);
create index release_deployed on release (deployed_at) where deployed_at is not null;
create index release_started on release (started_at) where started_at is not null;
create index release_kind on release (kind, id);
create index release_window on release (planned_start_at, id) where planned_start_at is not null;
create index release_baseline on release (baseline_id) where baseline_id is not null;
create index release_rolled_back on release (rolled_back_at) where rolled_back_at is not null;

-- Which changes a release brings out.
create table release_change (
  release_id uuid not null references record,
  change_id  uuid not null references record,
  primary key (release_id, change_id)
);
create index release_change_change on release_change (change_id, release_id);

-- What a pipeline has told, once per run and event: told twice it changes nothing.
create table release_run (
  release_id uuid not null references record,
  run        text not null,
  event      text not null check (event in ('built', 'tested', 'started', 'finished')),
  digest     text not null,
  at         timestamptz not null,
  by_id      uuid references record,
  primary key (release_id, run, event)
);
revoke update, delete, truncate on release_run from :app_role;

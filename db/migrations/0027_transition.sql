-- Service design and transition (8.5.2).
create sequence number_transition;
create table transition (
  id                   uuid primary key references record,
  kind                 text,
  reason_for           text,
  -- What it shall bring, in figures that can be compared afterwards.
  outcomes             jsonb not null default '[]',
  actuals              jsonb not null default '[]',
  criteria             jsonb not null default '[]',
  results              jsonb not null default '[]',
  -- 8.5.2.1 a to h.
  plan                 jsonb not null default '{}',
  requirements         jsonb not null default '[]',
  checklist            jsonb not null default '[]',
  checked              jsonb not null default '[]',
  -- Of a removal or a transfer: data, documents, knowledge, components.
  handling             jsonb not null default '[]',
  handled              jsonb not null default '[]',
  rank                 integer,
  planner_id           uuid references record,
  designer_ids         uuid[] not null default '{}',
  developer_ids        uuid[] not null default '{}',
  tester_id            uuid references record,
  party_ids            uuid[] not null default '{}',
  change_ids           uuid[] not null default '{}',
  release_ids          uuid[] not null default '{}',
  receiver_id          uuid references record,
  planned_live_on      date,
  design_summary       text,
  failed_decision      text,
  decision_party_ids   uuid[] not null default '{}',
  decided_at           timestamptz,
  decided_by_id        uuid references record,
  passed_at_first      boolean,
  plan_approved_at     timestamptz,
  plan_approved_by_id  uuid references record,
  design_approved_at   timestamptz,
  design_approved_by_id uuid references record,
  agreed_at            timestamptz,
  tested_at            timestamptz,
  accepted_at          timestamptz,
  accepted_by_id       uuid references record,
  live_at              timestamptz,
  early_life_until     timestamptz,
  data_done_at         timestamptz,
  retired_at           timestamptz,
  closure_report       text,
  reported_at          timestamptz,
  reported_to_ids      uuid[] not null default '{}',
  outcome_met          boolean,
  evaluation           jsonb,
  evaluated_at         timestamptz,
  cancelled_at         timestamptz
);
create index transition_live on transition (live_at) where live_at is not null;
create index transition_tested on transition (tested_at) where tested_at is not null;
create index transition_retired on transition (retired_at) where retired_at is not null;
create index transition_reported on transition (reported_at) where reported_at is not null;
create index transition_kind on transition (kind, id);
create index transition_releases on transition using gin (release_ids);
create index transition_changes on transition using gin (change_ids);

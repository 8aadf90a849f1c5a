-- Nonconformities with their corrective action (10.1), and the improvement register (10.2).

create sequence number_nonconformity;
create table nonconformity (
  id                  uuid primary key references record,
  description         text,
  -- Where it came from: a kind, and the record that shows it (of any type).
  origin              text not null default 'other',
  source_id           uuid references record,
  source_note         text,
  -- What was not met: a requirement of the standard, or a rule of the organisation's own.
  requirement         text,
  own_rule            text,
  grade               text not null default 'minor' check (grade in ('minor', 'major')),
  correction          text,
  consequences        text,
  contained_at        timestamptz,
  contained_by_id     uuid references record,
  extent_check        text,
  extent_result       text,
  extent_count        integer,
  rca_method          text,
  root_cause          text,
  cause_class         text,
  repeat_of_id        uuid references record,
  cause_at            timestamptz,
  cause_by_id         uuid references record,
  -- Why the cause need not be removed, where that was decided.
  waived_reason       text,
  waived_by_id        uuid references record,
  plan_due_on         date,
  due_on              date,
  success_criterion   text,
  planned_at          timestamptz,
  actions_done_at     timestamptz,
  implementer_ids     uuid[] not null default '{}',
  system_change       text,
  system_change_note  text,
  wait_until          date,
  effectiveness_note  text,
  checked_at          timestamptz,
  checked_by_id       uuid references record,
  reopen_count        integer not null default 0,
  body_acceptance     text,
  warned_percent      integer not null default 0,
  sod_exception       boolean not null default false
);
create index nonconformity_source on nonconformity (source_id) where source_id is not null;
create index nonconformity_requirement on nonconformity (requirement) where requirement is not null;
create index nonconformity_repeat on nonconformity (repeat_of_id) where repeat_of_id is not null;
create index nonconformity_wait on nonconformity (wait_until) where checked_at is null;
create index nonconformity_due on nonconformity (due_on) where checked_at is null;

create sequence number_improvement;
create table improvement (
  id               uuid primary key references record,
  description      text,
  origin           text not null default 'idea',
  source_id        uuid references record,
  source_note      text,
  -- Which objective it serves, in words; the criterion of alignment rests on it.
  objective        text,
  sponsor_id       uuid references record,
  aims             text[],
  -- Points by criterion, as the criteria of that version ask.
  scores           jsonb,
  score            integer,
  criteria_version integer,
  scored_at        timestamptz,
  scored_by_id     uuid references record,
  decision_reason  text,
  decided_at       timestamptz,
  decided_by_id    uuid references record,
  -- What is to become better: a figure of the house, or one that people measure.
  measure_key      text,
  metric           text,
  unit             text,
  direction        text,
  target_value     double precision,
  target_on        date,
  claimed_benefit  text,
  baseline_value   double precision,
  baseline_n       integer,
  baseline_from    date,
  baseline_to      date,
  plan             text,
  due_on           date,
  effort_days      integer,
  planned_at       timestamptz,
  result           text,
  implemented_at   timestamptz,
  implemented_by_id uuid references record,
  found_value      double precision,
  found_n          integer,
  found_from       date,
  found_to         date,
  found_benefit    text,
  attainment       integer,
  target_met       boolean,
  confidence       text,
  measured_at      timestamptz,
  measured_by_id   uuid references record,
  follow_up        text,
  reported_to      text,
  reported_at      timestamptz,
  sod_exception    boolean not null default false
);
create index improvement_source on improvement (source_id) where source_id is not null;
create index improvement_due on improvement (due_on) where implemented_at is null;
create index improvement_measured on improvement (measured_at) where measured_at is not null;

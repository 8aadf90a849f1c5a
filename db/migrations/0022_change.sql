-- Change management (8.5.1).
create sequence number_change_model;
create table change_model (
  id                  uuid primary key references record,
  use                 text not null default 'standard',
  description         text,
  -- What a change made from it begins with.
  purpose             text,
  objective           text,
  subject_ids         uuid[] not null default '{}',
  items               jsonb not null default '[]',
  risk_answers        jsonb not null default '{}',
  risk_impact         integer,
  risk_likelihood     integer,
  risk_score          integer,
  risk_level          text,
  implementation_plan jsonb not null default '[]',
  back_out_plan       jsonb,
  test_method         text,
  -- Changes that showed that it works, besides those made from it.
  proof_ids           uuid[] not null default '{}',
  author_id           uuid references record,
  authorised_by_id    uuid references record,
  authorised_at       timestamptz,
  expires_on          date
);
create index change_model_expiry on change_model (expires_on) where expires_on is not null;

create sequence number_change;
create table change (
  id                     uuid primary key references record,
  category               text,
  model_id               uuid references record,
  purpose                text,
  objective              text,
  scope                  text,
  -- Services and configuration items concerned; `change_subject` has them once more, to be joined with.
  subject_ids            uuid[] not null default '{}',
  implementer_id         uuid references record,
  planned_start_at       timestamptz,
  planned_end_at         timestamptz,
  downtime_minutes       integer,
  window_basis           text,
  window_evidence        text,
  template_answers       jsonb,
  -- The questionnaire and what the rule of that version made of it (0.1.5).
  risk_answers           jsonb,
  risk_impact            integer,
  risk_likelihood        integer,
  risk_score             integer,
  risk_level             text,
  impact_answers         jsonb,
  affected_service_ids   uuid[] not null default '{}',
  affected_customer_ids  uuid[] not null default '{}',
  cost_cents             bigint,
  currency               text not null default 'CNY',
  benefit                text,
  feasibility            text,
  resources              text,
  needs_customer_approval boolean not null default false,
  -- What else was planned on the same things when it was assessed, and what was decided about it.
  collisions             jsonb not null default '[]',
  collisions_checked_at  timestamptz,
  collision_resolution   text,
  major_criteria         jsonb not null default '[]',
  implementation_plan    jsonb not null default '[]',
  back_out_plan          jsonb,
  test_evidence          text,
  not_testable_reason    text,
  emergency_ground       text,
  emergency_reason       text,
  authorised_by_id       uuid references record,
  authorised_at          timestamptz,
  authorised_via         text,
  authorisation_note     text,
  authorisation_confirmed_at timestamptz,
  submitted_at           timestamptz,
  assessed_at            timestamptz,
  assessed_by_id         uuid references record,
  approved_at            timestamptz,
  rejected_at            timestamptz,
  scheduled_at           timestamptz,
  notice_sent_at         timestamptz,
  started_at             timestamptz,
  started_by_id          uuid references record,
  -- Implemented, backed out or failed: reports count by it.
  ended_at               timestamptz,
  result                 text,
  result_note            text,
  in_window              boolean,
  documented_at          timestamptz,
  cis_updated            text,
  monitoring_result      text,
  users_informed         text,
  review_required        boolean,
  reviewer_id            uuid references record,
  objective_met          text,
  incidents_note         text,
  deviations             text,
  lessons                text,
  user_feedback          text,
  reviewed_at            timestamptz,
  reviewed_by_id         uuid references record,
  successful             boolean,
  -- Found, not asked for: somebody changed something past this process.
  unauthorised           boolean not null default false,
  -- S2 could not be kept in a small organisation; top management looks at these.
  sod_exception          boolean not null default false,
  -- Withdrawn, rejected or cancelled before anything was done.
  stopped_at             timestamptz
);
create index change_ended on change (ended_at) where ended_at is not null;
create index change_submitted on change (submitted_at) where submitted_at is not null;
create index change_assessed on change (assessed_at) where assessed_at is not null;
create index change_reviewed on change (reviewed_at) where reviewed_at is not null;
create index change_model_of on change (model_id, id) where model_id is not null;
create index change_category on change (category, id);
create index change_unsuccessful on change (result, id) where result <> 'implemented';
create index change_unauthorised on change (id) where unauthorised;
-- Collisions and the forward schedule ask for windows that overlap one.
create index change_window on change using gist (tstzrange(planned_start_at, planned_end_at)) where planned_start_at is not null and planned_end_at >= planned_start_at;

-- Which services and configuration items a change is about.
create table change_subject (
  change_id uuid not null references record,
  record_id uuid not null references record,
  primary key (change_id, record_id)
);
create index change_subject_record on change_subject (record_id, change_id);

-- What was done while it ran, step by step. Written once; a mistake is corrected by a further entry.
create table change_log (
  id          uuid primary key,
  change_id   uuid not null references record,
  -- Of the implementation plan or the back-out plan, counted from 1; null: a remark between steps.
  plan        text not null check (plan in ('implementation', 'back_out')),
  step        integer,
  outcome     text not null check (outcome in ('done', 'failed', 'skipped', 'note')),
  note        text,
  -- When it happened and when it was written down.
  at          timestamptz not null,
  recorded_at timestamptz not null,
  author_id   uuid references record,
  -- Of two at the same instant the one written later has the last word.
  seq         bigint generated always as identity
);
create index change_log_change on change_log (change_id, at, seq);
revoke update, delete, truncate on change_log from :app_role;

create sequence number_change_task;
create table change_task (
  id          uuid primary key references record,
  change_id   uuid references record,
  kind        text not null default 'implementation',
  description text,
  due_at      timestamptz,
  started_at  timestamptz,
  done_at     timestamptz,
  done_by_id  uuid references record,
  result      text,
  -- Of an investigation: why it did not succeed, and what keeps it from happening again.
  cause       text,
  prevention  text
);
create index change_task_change on change_task (change_id, id);

-- 8.5.1.3: changes are analysed at intervals; the conclusions are kept with the figures they were drawn from.
create sequence number_change_trend;
create table change_trend (
  id              uuid primary key references record,
  period_from     date,
  period_to       date,
  figures         jsonb not null default '{}',
  conclusions     text,
  decision        text,
  concluded_at    timestamptz,
  concluded_by_id uuid references record
);
create unique index change_trend_period on change_trend (period_from, period_to);

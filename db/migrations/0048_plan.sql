-- Objectives (6.2), the service management plan and changes to the system (6.3), processes, roles and appointments (4.4, 5.3).

create sequence number_objective;
create table objective (
  id               uuid primary key references record,
  level            text,
  kind             text not null default 'improve',
  policy_sentence  text,
  policy_id        uuid references record,
  strategic_link   text,
  parent_id        uuid references record,
  source           text,
  measure_key      text,
  -- Whose figure: {"serviceId": …, "teamId": …}.
  measure_filter   jsonb not null default '{}',
  formula          text,
  unit             text,
  direction        text not null default 'at_least',
  baseline         double precision,
  target           double precision,
  period           text not null default 'month',
  starts_on        date,
  due_on           date,
  -- [{what, resources, personId, until}]
  plan             jsonb not null default '[]',
  evaluation       text,
  agreement_ids    uuid[] not null default '{}',
  risk_ids         uuid[] not null default '{}',
  -- Who is there when, of an objective around the clock: [{days, from, to, people}]
  coverage         jsonb not null default '[]',
  author_ids       uuid[] not null default '{}',
  approved_by_id   uuid references record,
  approved_at      timestamptz,
  last_value       double precision,
  last_period      text,
  last_met         boolean,
  decision         text,
  decision_reason  text,
  decided_by_id    uuid references record,
  decided_on       date,
  sod_exception    boolean not null default false
);
create index objective_parent on objective (parent_id) where parent_id is not null;
create index objective_agreements on objective using gin (agreement_ids);
create index objective_due on objective (due_on);

-- The value of each period, kept when the period is over: what is measured later does not change what was reported.
create table objective_value (
  objective_id uuid not null references record,
  period_from  date not null,
  period_to    date not null,
  value        double precision,
  n            bigint,
  target       double precision,
  met          boolean,
  note         text,
  by_id        uuid references record,
  at           timestamptz not null,
  primary key (objective_id, period_from)
);
revoke update, delete, truncate on objective_value from :app_role;

create sequence number_service_management_plan;
create table service_management_plan (
  id             uuid primary key references record,
  edition        integer not null default 1,
  supersedes_id  uuid references record,
  valid_from     date,
  valid_to       date,
  limitations    text,
  humans         text,
  technical      text,
  information    text,
  financial      text,
  parties        text,
  technology     text,
  measuring      text,
  auditing       text,
  reporting      text,
  improving      text,
  -- Services, obligations, holders, objectives and risks as they stood when it was approved.
  contents       jsonb,
  author_ids     uuid[] not null default '{}',
  submitted_at   timestamptz,
  approved_by_id uuid references record,
  approved_at    timestamptz,
  review_note    text,
  reviewed_on    date,
  reviewed_by_id uuid references record,
  review_due_on  date,
  sod_exception  boolean not null default false
);

create sequence number_system_change;
create table system_change (
  id             uuid primary key references record,
  subject        text,
  purpose        text,
  consequences   text,
  integrity      text,
  resources      text,
  due_on         date,
  approved_by_id uuid references record,
  approved_on    date,
  result         text,
  done_on        date,
  done_by_id     uuid references record,
  verdict        text,
  verdict_note   text,
  judged_by_id   uuid references record,
  judged_on      date,
  sod_exception  boolean not null default false
);

create sequence number_sms_process;
create table sms_process (
  id            uuid primary key references record,
  code          text not null,
  clause        text,
  purpose       text,
  inputs        text,
  outputs       text,
  criteria      text,
  interface_ids uuid[] not null default '{}',
  -- Whose records show that it lives; empty: nothing here counts them yet.
  record_types  text[] not null default '{}',
  owner_role    text,
  -- {role: 'A' | 'R' | 'AR' | 'C' | 'I'}
  raci          jsonb not null default '{}',
  silence       text,
  silent_from   date,
  silent_to     date,
  silent_by_id  uuid references record
);
create unique index sms_process_code on sms_process (code);

create sequence number_role_definition;
create table role_definition (
  id              uuid primary key references record,
  role            text not null,
  duties          text,
  authorities     text,
  -- [{decision, limit}]
  limits          jsonb not null default '[]',
  required        boolean not null default true,
  needs_deputy    boolean not null default false,
  incompatible    text[] not null default '{}'
);
create unique index role_definition_role on role_definition (role);

create sequence number_appointment;
create table appointment (
  id            uuid primary key references record,
  -- Who holds what from when to when stands there, and only there.
  holder_id     uuid not null references record,
  deputy_id     uuid references record,
  reports_to_id uuid references record,
  process_ids   uuid[] not null default '{}',
  remarks       text,
  issued_by_id  uuid references record,
  issued_on     date,
  accepted_on   date,
  sod_exception boolean not null default false
);
create index appointment_holder on appointment (holder_id);

-- Service request management (8.6.2).
create sequence number_request_model;
create table request_model (
  id                uuid primary key references record,
  title_en          text,
  title_zh          text,
  description_en    text,
  description_zh    text,
  category          text,
  icon              text,
  -- How it is fulfilled, for those who fulfil it: an active model has one in at least one language.
  instruction_en    text,
  instruction_zh    text,
  form              jsonb not null default '{"questions": []}',
  form_version      integer not null default 1,
  -- Who is offered it; both empty: everybody.
  entitled_unit_ids uuid[] not null default '{}',
  entitled_roles    jsonb not null default '[]',
  approval_steps    jsonb not null default '[]',
  tasks             jsonb not null default '[]',
  cost_cents        integer,
  currency          text not null default 'CNY',
  -- The number question whose answer is the price, where it is not the same for everybody.
  cost_question     text,
  grants_access     boolean not null default false,
  recertify_months  integer,
  -- Its risk must be assessed: such a request becomes a change (8.5.1).
  needs_change      boolean not null default false,
  target_hours      integer,
  calendar_id       uuid references record
);

-- Every form that a model ever had: a request is read with the questions that it answered.
create table request_form (
  model_id uuid not null references record,
  version  integer not null,
  form     jsonb not null,
  at       timestamptz not null,
  primary key (model_id, version)
);
revoke update, delete, truncate on request_form from :app_role;

create sequence number_service_request;
create table service_request (
  id             uuid primary key references record,
  model_id       uuid references record,
  form_version   integer,
  answers        jsonb not null default '{}',
  beneficiary_id uuid references record,
  -- What the model promised and cost when it was asked for; a later change of the model leaves it as it was.
  target_minutes integer,
  calendar_id    uuid references record,
  cost_cents     integer,
  currency       text,
  needs_change   boolean not null default false,
  access_until   date,
  submitted_at   timestamptz,
  approved_at    timestamptz,
  rejected_at    timestamptz,
  fulfilled_at   timestamptz,
  fulfilled_by_id uuid references record,
  -- Fulfilled, rejected, cancelled or converted: reports count by it.
  ended_at       timestamptz,
  closes_at      timestamptz,
  asset_update   text,
  closure_code   text,
  change_ref     text,
  reopen_count   integer not null default 0
);
create index service_request_ended on service_request (ended_at) where ended_at is not null;
create index service_request_model on service_request (model_id, id);
create index service_request_beneficiary on service_request (beneficiary_id, id);
create index service_request_closing on service_request (closes_at) where closes_at is not null;

create sequence number_access_grant;
create table access_grant (
  id                   uuid primary key references record,
  request_id           uuid references record,
  model_id             uuid references record,
  person_id            uuid references record,
  until                date,
  recertify_months     integer,
  recertify_due        date,
  recertified_at       timestamptz,
  recertified_by_id    uuid references record,
  ended_at             timestamptz,
  end_code             text
);
create index access_grant_due on access_grant (least(recertify_due, until));
create index access_grant_request on access_grant (request_id);

create sequence number_fulfilment_task;
create table fulfilment_task (
  id             uuid primary key references record,
  kind           text not null default 'fulfilment',
  request_id     uuid references record,
  access_id      uuid references record,
  -- Its key among the tasks of the model, and the keys of those that come before it.
  task_key       text,
  after_keys     jsonb not null default '[]',
  position       integer not null default 0,
  description    text,
  updates_assets boolean not null default false,
  model_id       uuid references record,
  target_minutes integer,
  calendar_id    uuid references record,
  opened_at      timestamptz,
  started_at     timestamptz,
  done_at        timestamptz,
  outcome        text,
  minutes_spent  integer
);
create index fulfilment_task_request on fulfilment_task (request_id, position);
create index fulfilment_task_access on fulfilment_task (access_id) where access_id is not null;

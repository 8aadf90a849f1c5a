-- The measurement plan with its kept values and the evaluations made of them (9.1), service reports (9.4).

create sequence number_measurement;
create table measurement (
  id                uuid primary key references record,
  subject           text,
  measure_key       text,
  -- Whose figure: {"serviceId": …, "customerId": …}.
  narrowing         jsonb not null default '{}',
  reason            text,
  method            text,
  frequency         text not null default 'month',
  analyst_id        uuid references record,
  evaluated_every   text not null default 'quarter',
  direction         text not null default 'at_least',
  target            double precision,
  unit              text,
  starts_on         date,
  author_ids        uuid[] not null default '{}',
  approved_by_id    uuid references record,
  approved_at       timestamptz,
  conclusion        text,
  evaluated_on      date,
  evaluated_by_id   uuid references record,
  evaluation_due_on date,
  sod_exception     boolean not null default false
);
create index measurement_key on measurement (measure_key);

-- What a figure was when its period was over. What is recorded later changes no value that was kept.
create table measured_value (
  measure_key text not null,
  -- customerId=…;serviceId=… or nothing: of everything.
  narrowing   text not null,
  period_from date not null,
  period_to   date not null,
  value       double precision,
  n           bigint not null,
  numerator   bigint,
  excluded    bigint,
  median      double precision,
  p90         double precision,
  at          timestamptz not null,
  primary key (measure_key, narrowing, period_from, period_to)
);
revoke update, delete, truncate on measured_value from :app_role;

create sequence number_performance_evaluation;
create table performance_evaluation (
  id              uuid primary key references record,
  kind            text not null default 'system',
  period_from     date,
  period_to       date,
  -- The objectives and figures it rests on, as they were when it was concluded.
  basis           jsonb,
  verdict         text,
  conclusion      text,
  concluded_by_id uuid references record,
  concluded_on    date
);
create index performance_evaluation_concluded on performance_evaluation (concluded_on);

create sequence number_report_definition;
create table report_definition (
  id             uuid primary key references record,
  purpose        text,
  decides        text,
  audience       text,
  frequency      text not null default 'month',
  due_days       integer not null default 10,
  starts_on      date,
  -- [{measure, target?, direction?}]
  figures        jsonb not null default '[]',
  recipient_ids  uuid[] not null default '{}',
  author_ids     uuid[] not null default '{}',
  approved_by_id uuid references record,
  approved_at    timestamptz,
  review_note    text,
  reviewed_on    date,
  review_due_on  date,
  sod_exception  boolean not null default false
);

create sequence number_service_report;
create table service_report (
  id                 uuid primary key references record,
  definition_id      uuid references record,
  audience           text,
  purpose            text,
  period_from        date,
  period_to          date,
  due_on             date,
  -- The figures as they were when it was drafted; nothing changes them after its approval.
  contents           jsonb,
  contents_hash      text,
  commentary         text,
  proposals          text,
  empty_reason       text,
  provisional_reason text,
  drafted_at         timestamptz,
  author_ids         uuid[] not null default '{}',
  approved_by_id     uuid references record,
  approved_at        timestamptz,
  issued_at          timestamptz,
  recipient_ids      uuid[] not null default '{}',
  -- [{key, decision, note, action?}]
  decisions          jsonb not null default '[]',
  reviewed_by_id     uuid references record,
  reviewed_on        date,
  told_note          text,
  told_at            timestamptz,
  told_by_id         uuid references record,
  sod_exception      boolean not null default false
);
create index service_report_definition on service_report (definition_id, period_from);
create index service_report_issued on service_report (issued_at);

-- Figures of a month over years of records. By block ranges: rows lie in the order in which they were made, and a btree
-- here would cost every act.
create index record_when on record using brin (created_at, occurred_at) with (pages_per_range = 32, autosummarize = on);
-- What was open at the end of a period: what has not ended, or later (incident_ended).
create index incident_unended on incident (id) where ended_at is null;

-- Service catalogue (8.2.4) and service level management (8.3.3).
create sequence number_service;
create table service (
  id          uuid primary key references record,
  description text,
  outcome     text,
  criticality text,
  audience    text,
  hours       text,
  contact     text,
  depends_on_ids uuid[] not null default '{}'
);
create index service_depends_on on service using gin (depends_on_ids);

create sequence number_agreement;
create table agreement (
  id              uuid primary key references record,
  kind            text not null,
  service_ids     uuid[] not null default '{}',
  calendar_id     uuid references record,
  valid_from      date not null,
  valid_to        date,
  targets         jsonb not null,
  workload_limits text,
  exceptions      text,
  measuring_point text,
  reopen_days     integer not null default 10,
  review_every_months integer,
  review_due      date,
  signed_provider text,
  signed_customer text,
  supersedes_id   uuid references record
);

-- Service catalogue (8.2.4) and service level management (8.3.3).
create sequence number_service;
create table service (
  id                 uuid primary key references record,
  description        text,
  outcome            text,
  criticality        text check (criticality in ('critical', 'high', 'medium', 'low')),
  audience           text,
  hours              text,
  contact            text,
  depends_on_ids     uuid[] not null default '{}',
  -- "Depends on nothing" is said, not left out.
  depends_on_nothing boolean not null default false,
  -- Who wrote it and so may not approve it.
  author_ids         uuid[] not null default '{}',
  approved_by_id     uuid references record,
  approved_at        timestamptz,
  published_at       timestamptz,
  reviewed_by_id     uuid references record,
  reviewed_at        timestamptz,
  withdrawn_at       timestamptz
);
create index service_depends_on on service using gin (depends_on_ids);

create sequence number_agreement;
create table agreement (
  id                   uuid primary key references record,
  kind                 text not null default 'sla' check (kind in ('sla', 'ola', 'contract')),
  agreement_version    integer not null default 1,
  supersedes_id        uuid references record,
  -- An SLA for every customer, an agreement on every service: said, not left out.
  every_customer       boolean not null default false,
  every_service        boolean not null default false,
  service_ids          uuid[] not null default '{}',
  -- Who delivers under an OLA or a contract.
  supplier_id          uuid references record,
  requirements         text,
  calendar_id          uuid references record,
  support_hours        text,
  -- Both days included, in the calendar's zone.
  valid_from           date,
  valid_to             date,
  -- { "1": { "respond": { "minutes": 15, "calendarId": … }, "update": …, "resolve": … }, … "4" }
  targets              jsonb,
  measuring_point      text,
  workload_limits      text,
  workload_per_month   integer,
  exceptions           text,
  reopen_days          integer not null default 10,
  report_every_months  integer not null default 1,
  review_every_months  integer not null default 12,
  escalation           text,
  complaint_route      text,
  annex                text,
  termination          text,
  risk_acceptance      text,
  risk_accepted_by_id  uuid references record,
  signed_provider      text,
  signed_provider_id   uuid references record,
  signed_provider_on   date,
  signed_customer      text,
  signed_customer_id   uuid references record,
  signed_customer_on   date,
  activated_at         timestamptz,
  review_due           date,
  -- The last review: when it was done, and by when it should have been.
  reviewed_at          timestamptz,
  reviewed_due         date
);
create index agreement_services on agreement using gin (service_ids);
create index agreement_supersedes on agreement (supersedes_id) where supersedes_id is not null;

-- Risks and opportunities (6.1).

create sequence number_risk;
create table risk (
  id                  uuid primary key references record,
  kind                text not null default 'risk',
  category            text,
  cause               text,
  event               text,
  consequence         text,
  customer_impact     text,
  -- Where it comes from.
  issue_ids           uuid[] not null default '{}',
  requirement_ids     uuid[] not null default '{}',
  obligation_ids      uuid[] not null default '{}',
  organisation_ids    uuid[] not null default '{}',
  service_ids         uuid[] not null default '{}',
  likelihood          smallint check (likelihood between 1 and 5),
  impact              smallint check (impact between 1 and 5),
  score               integer,
  rating              text,
  assessed_on         date,
  assessed_by_id      uuid references record,
  treatment           text,
  treatment_plan      text,
  treatment_due_on    date,
  residual_likelihood smallint check (residual_likelihood between 1 and 5),
  residual_impact     smallint check (residual_impact between 1 and 5),
  residual_score      integer,
  residual_rating     text,
  effectiveness       text,
  effectiveness_note  text,
  residual_on         date,
  residual_by_id      uuid references record,
  -- What is left is at or above what only top management accepts.
  above_threshold     boolean not null default false,
  acceptance_reason   text,
  accepted_on         date,
  accepted_by_id      uuid references record,
  accepted_by_top     boolean not null default false,
  review_months       integer,
  review_note         text,
  reviewed_on         date,
  reviewed_by_id      uuid references record,
  review_due_on       date
);
create index risk_review on risk (review_due_on) where review_due_on is not null;
create index risk_issues on risk using gin (issue_ids);
create index risk_requirements on risk using gin (requirement_ids);
create index risk_obligations on risk using gin (obligation_ids);
create index risk_organisations on risk using gin (organisation_ids);
create index risk_services on risk using gin (service_ids);
create index risk_above on risk (id) where above_threshold;

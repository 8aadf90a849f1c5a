-- Internal audits with their programme, checklists and findings (9.2), and management reviews (9.3).

create sequence number_audit_programme;
create table audit_programme (
  id             uuid primary key references record,
  period_from    date not null,
  period_to      date not null,
  purpose        text,
  method         text,
  responsibility text,
  reporting      text,
  considered     text,
  -- What is audited more often, and why: [{area, level, reason}].
  weights        jsonb,
  approved_at    timestamptz,
  approved_by_id uuid references record
);

create sequence number_internal_audit;
create table internal_audit (
  id                 uuid primary key references record,
  programme_id       uuid references record,
  purpose            text,
  scope_note         text,
  criteria           text,
  clauses            text[],
  processes          text[],
  unit_ids           uuid[] not null default '{}',
  service_ids        uuid[] not null default '{}',
  document_ids       uuid[] not null default '{}',
  method             text not null default 'on_site',
  starts_on          date,
  ends_on            date,
  lead_auditor_id    uuid references record,
  auditor_ids        uuid[] not null default '{}',
  auditee_ids        uuid[] not null default '{}',
  audit_body         text,
  started_at         timestamptz,
  strengths          text,
  conclusion         text,
  report             jsonb,
  report_hash        text,
  reported_at        timestamptz,
  reported_by_id     uuid references record,
  acknowledgements   jsonb,
  verified_at        timestamptz
);
create index internal_audit_programme on internal_audit (programme_id) where programme_id is not null;
create index internal_audit_reported on internal_audit (reported_at) where reported_at is not null;
create index internal_audit_starts on internal_audit (starts_on);

create sequence number_audit_question;
create table audit_question (
  id           uuid primary key references record,
  audit_id     uuid not null references record,
  -- The two criteria: what the standard asks, and what the organisation's own document says.
  requirement  text,
  document_id  uuid references record,
  question     text not null,
  evidence     text,
  record_ids   uuid[] not null default '{}',
  sample_ids   uuid[] not null default '{}',
  result       text,
  answered_at  timestamptz,
  answered_by_id uuid references record
);
create index audit_question_audit on audit_question (audit_id);
create unique index audit_question_once on audit_question (audit_id, requirement) where requirement is not null;

create sequence number_audit_finding;
create table audit_finding (
  id               uuid primary key references record,
  audit_id         uuid not null references record,
  question_id      uuid references record,
  grade            text not null default 'minor',
  requirement      text,
  document_id      uuid references record,
  description      text,
  evidence         text,
  record_ids       uuid[] not null default '{}',
  due_on           date,
  nonconformity_id uuid references record,
  improvement_id   uuid references record,
  response         text,
  responded_at     timestamptz,
  responded_by_id  uuid references record,
  verification     text,
  verified_at      timestamptz,
  verified_by_id   uuid references record
);
create index audit_finding_audit on audit_finding (audit_id);
create index audit_finding_question on audit_finding (question_id) where question_id is not null;
create index audit_finding_nonconformity on audit_finding (nonconformity_id) where nonconformity_id is not null;
create index audit_finding_due on audit_finding (due_on) where verified_at is null;

create sequence number_management_review;
create table management_review (
  id                 uuid primary key references record,
  planned_on         date,
  period_from        date,
  period_to          date,
  place              text,
  chair_id           uuid references record,
  participant_ids    uuid[] not null default '{}',
  -- The twelve inputs as they were at the meeting, and what people add to them.
  inputs             jsonb,
  inputs_hash        text,
  input_notes        jsonb,
  frozen_at          timestamptz,
  frozen_by_id       uuid references record,
  attendance         jsonb,
  held_on            date,
  held_at            timestamptz,
  discussion         text,
  suitability        text,
  suitability_note   text,
  adequacy           text,
  adequacy_note      text,
  effectiveness      text,
  effectiveness_note text,
  decisions          jsonb,
  minutes            jsonb,
  minutes_hash       text,
  signed_at          timestamptz,
  signed_by_id       uuid references record,
  carried_ids        uuid[] not null default '{}'
);
create index management_review_held on management_review (held_at) where held_at is not null;
create index management_review_planned on management_review (planned_on) where held_at is null;

create sequence number_spot_check;
create table spot_check (
  id               uuid primary key references record,
  review_id        uuid references record,
  purpose          text,
  record_type      text not null,
  requirement      text,
  period_from      date not null,
  period_to        date not null,
  n                integer not null,
  seed             text not null,
  seed_made        boolean not null default false,
  algorithm        text,
  population_count integer not null default 0,
  population_hash  text,
  items            jsonb,
  conclusion       text,
  concluded_at     timestamptz
);
create index spot_check_concluded on spot_check (concluded_at) where concluded_at is not null;
create index spot_check_review on spot_check (review_id) where review_id is not null;

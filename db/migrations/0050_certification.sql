-- Certificates of the organisation, the audits of their cycle, packs for tenders, the plan of a year, renewals of contracts.

create sequence number_certificate;
create table certificate (
  id                 uuid primary key references record,
  standard           text default 'ISO/IEC 20000-1',
  edition            text default '2018',
  national_standard  text,
  body               text,
  body_approval      text,
  accreditation      text,
  certificate_number text,
  holder             text,
  address            text,
  scope_text         text,
  scope_text_zh      text,
  service_ids        uuid[] not null default '{}',
  site_ids           uuid[] not null default '{}',
  decided_on         date,
  issued_on          date,
  expires_on         date,
  check_url          text default 'https://cx.cnca.cn',
  origin             text default 'initial',
  predecessor_id     uuid references record,
  interval_months    integer not null default 12,
  counted_from       text not null default 'issue',
  stage1_on          date,
  stage2_on          date,
  scope_statement_id uuid references record,
  recertify_by       date,
  entered_by_id      uuid references record,
  verification       text,
  verified_on        date,
  verified_by_id     uuid references record,
  suspended_on       date,
  suspended_until    date,
  suspension_reason  text,
  ended_on           date,
  public_token       text,
  published_on       date
);
create unique index certificate_public_token on certificate (public_token) where public_token is not null;
create index certificate_expires on certificate (expires_on) where expires_on is not null;
create index certificate_predecessor on certificate (predecessor_id) where predecessor_id is not null;

create sequence number_certification_audit;
create table certification_audit (
  id             uuid primary key references record,
  certificate_id uuid references record,
  kind           text,
  due_on         date,
  window_from    date,
  planned_on     date,
  planned_until  date,
  auditor_days   double precision,
  site_ids       uuid[] not null default '{}',
  lead_auditor   text,
  late_reason    text,
  held_on        date,
  held_until     date,
  majors         integer,
  minors         integer,
  observations   integer,
  result         text,
  summary        text,
  decided_on     date
);
create index certification_audit_certificate on certification_audit (certificate_id);
create index certification_audit_due on certification_audit (due_on) where due_on is not null;

create sequence number_tender_pack;
create table tender_pack (
  id              uuid primary key references record,
  buyer           text,
  period_from     date,
  period_to       date,
  measure_keys    text[] not null default '{}',
  certificate_ids uuid[] not null default '{}',
  contents        jsonb,
  made_at         timestamptz
);

-- What the plan of a year has made, by what it was planned for: planning again makes nothing twice.
create table year_plan_entry (
  anchor    text not null,
  kind      text not null,
  record_id uuid not null references record,
  made_at   timestamptz not null,
  made_by   uuid references record,
  primary key (anchor, kind, record_id)
);

-- 8.3.2: what became of a customer's contract when its term came to its end.
create sequence number_contract_renewal;
create table contract_renewal (
  id               uuid primary key references record,
  agreement_id     uuid references record,
  term_ends_on     date,
  new_agreement_id uuid references record,
  new_term_ends_on date,
  value_cents      bigint,
  currency         text default 'CNY',
  lost_because     text,
  note             text,
  decided_on       date,
  decided_by_id    uuid references record
);
create unique index contract_renewal_term on contract_renewal (agreement_id, term_ends_on);
create index contract_renewal_ends on contract_renewal (term_ends_on) where term_ends_on is not null;

-- The organisation in its surroundings (4.1 to 4.3), what binds it (6.3 c), and its risks and opportunities (6.1).

create sequence number_context_issue;
create table context_issue (
  id             uuid primary key references record,
  side           text,
  factor         text,
  effect         text,
  description    text,
  consequence    text,
  service_ids    uuid[] not null default '{}',
  -- Amendment 1: whether climate change is relevant is decided, and the reasoned answer is kept also when it is no.
  relevance      text,
  rationale      text,
  decided_on     date,
  decided_by_id  uuid references record,
  review_months  integer not null default 12,
  review_note    text,
  reviewed_on    date,
  reviewed_by_id uuid references record,
  review_due_on  date
);
create index context_issue_review on context_issue (review_due_on) where review_due_on is not null;
create index context_issue_factor on context_issue (factor);

create sequence number_interested_party;
create table interested_party (
  id               uuid primary key references record,
  kind             text,
  organisation_ids uuid[] not null default '{}',
  -- Stands for every customer, or every supplier, of the directory.
  covers_all       boolean not null default false,
  stake            text,
  influence        smallint,
  channel          text,
  review_months    integer not null default 12,
  review_note      text,
  reviewed_on      date,
  reviewed_by_id   uuid references record,
  review_due_on    date
);
create index interested_party_review on interested_party (review_due_on) where review_due_on is not null;

create sequence number_party_requirement;
create table party_requirement (
  id              uuid primary key references record,
  party_id        uuid references record,
  kind            text,
  description     text,
  source          text,
  answered_by_ids uuid[] not null default '{}',
  answer          text
);
create index party_requirement_party on party_requirement (party_id);
create index party_requirement_answers on party_requirement using gin (answered_by_ids);

create sequence number_scope_statement;
create table scope_statement (
  id                uuid primary key references record,
  edition           integer not null default 1,
  supersedes_id     uuid references record,
  organisation_name text,
  registration      text,
  unit_ids          uuid[] not null default '{}',
  site_ids          uuid[] not null default '{}',
  customer_ids      uuid[] not null default '{}',
  every_customer    boolean not null default false,
  service_ids       uuid[] not null default '{}',
  -- What is provided or where people work, and yet stands outside: [{id, reason}].
  left_out          jsonb not null default '[]',
  technologies      text,
  operated_by_others text,
  own_processes     text[] not null default '{}',
  issue_ids         uuid[] not null default '{}',
  party_ids         uuid[] not null default '{}',
  basis             text,
  author_ids        uuid[] not null default '{}',
  submitted_at      timestamptz,
  approved_by_id    uuid references record,
  approved_at       timestamptz,
  -- The sentence of the certificate, as it was approved.
  statement_en      text,
  statement_zh      text,
  review_note       text,
  reviewed_on       date,
  reviewed_by_id    uuid references record,
  review_due_on     date,
  sod_exception     boolean not null default false
);
create index scope_statement_review on scope_statement (review_due_on) where review_due_on is not null;

create sequence number_obligation;
create table obligation (
  id                   uuid primary key references record,
  kind                 text,
  preset               text,
  issued_by            text,
  reference            text,
  in_force_since       date,
  url                  text,
  demands              text,
  bearing              text,
  applicability_reason text,
  decided_on           date,
  decided_by_id        uuid references record,
  service_ids          uuid[] not null default '{}',
  agreement_id         uuid references record,
  evaluate_months      integer not null default 12,
  result               text,
  evaluation           text,
  evaluated_on         date,
  evaluated_by_id      uuid references record,
  evaluation_due_on    date
);
create unique index obligation_preset on obligation (preset) where preset is not null;
create index obligation_evaluation on obligation (evaluation_due_on) where evaluation_due_on is not null;

-- Competence and awareness (7.2, 7.3), communication (7.4), resources (7.1).

create sequence number_competence;
create table competence (
  id          uuid primary key references record,
  kind        text,
  description text,
  level1     text,
  level2     text,
  level3     text
);

create sequence number_competence_profile;
create table competence_profile (
  id              uuid primary key references record,
  role            text,
  tasks           text,
  education       text,
  experience      text,
  needs           jsonb not null default '[]',
  course_ids      uuid[] not null default '{}',
  minimum_holders integer not null default 1,
  review_months   integer not null default 12,
  adopted_on      date,
  adopted_by_id   uuid references record,
  review_due_on   date
);
create index competence_profile_role on competence_profile (role);

create sequence number_competence_assessment;
create table competence_assessment (
  id              uuid primary key references record,
  person_id       uuid references record,
  role            text,
  profile_id      uuid references record,
  levels          jsonb not null default '[]',
  conclusion      text,
  restriction     text,
  gaps            jsonb not null default '[]',
  unmet_mandatory integer,
  assessed_on     date,
  assessed_by_id  uuid references record,
  valid_until     date
);
create index competence_assessment_person on competence_assessment (person_id, role);
create index competence_assessment_until on competence_assessment (valid_until) where valid_until is not null;

create sequence number_competence_gap;
create table competence_gap (
  id                 uuid primary key references record,
  person_id          uuid references record,
  role               text,
  competence_id      uuid references record,
  assessment_id      uuid references record,
  needed             smallint,
  level              smallint,
  mandatory          boolean not null default false,
  way                text,
  plan               text,
  course_id          uuid references record,
  due_on             date,
  result             text,
  done_on            date,
  done_by_id         uuid references record,
  check_due_on       date,
  reached            smallint,
  effectiveness_note text,
  checked_on         date,
  checked_by_id      uuid references record,
  reopen_count       integer not null default 0
);
create index competence_gap_person on competence_gap (person_id, role);
create index competence_gap_assessment on competence_gap (assessment_id);
create index competence_gap_due on competence_gap (due_on) where due_on is not null;

create sequence number_training_course;
create table training_course (
  id               uuid primary key references record,
  kind             text,
  aim              text,
  content          text,
  able_to          text,
  effect_method    text,
  roles            text[] not null default '{}',
  for_everybody    boolean not null default false,
  competence_id    uuid references record,
  gives_level      smallint,
  hours            integer,
  check_after_days integer not null default 30,
  repeat_months    integer
);

create sequence number_training_session;
create table training_session (
  id                 uuid primary key references record,
  course_id          uuid references record,
  starts_at          timestamptz,
  place              text,
  trainer_id         uuid references record,
  participant_ids    uuid[] not null default '{}',
  attended_ids       uuid[] not null default '{}',
  note               text,
  held_on            date,
  check_due_on       date,
  effectiveness      text,
  effectiveness_note text,
  follow_up          text,
  checked_on         date,
  checked_by_id      uuid references record
);
create index training_session_course on training_session (course_id);
create index training_session_attended on training_session using gin (attended_ids);
create index training_session_participants on training_session using gin (participant_ids);

create sequence number_training_quiz;
create table training_quiz (
  id        uuid primary key references record,
  course_id uuid references record,
  pass_mark integer not null default 80,
  questions jsonb not null default '[]'
);
create index training_quiz_course on training_quiz (course_id);

create sequence number_quiz_attempt;
create table quiz_attempt (
  id        uuid primary key references record,
  course_id uuid references record,
  quiz_id   uuid references record,
  person_id uuid references record,
  answers   jsonb not null default '[]',
  wrong     jsonb not null default '[]',
  score     integer,
  pass_mark integer,
  passed    boolean not null default false,
  taken_on  date
);
create index quiz_attempt_person on quiz_attempt (person_id, course_id);
create index quiz_attempt_course on quiz_attempt (course_id);

create sequence number_competence_record;
create table competence_record (
  id                 uuid primary key references record,
  person_id          uuid references record,
  kind               text,
  issuer             text,
  certificate_number text,
  obtained_on        date,
  expires_on         date,
  competence_id      uuid references record,
  level              smallint,
  description        text,
  source_id          uuid references record,
  verification       text,
  verified_on        date,
  verified_by_id     uuid references record
);
create index competence_record_person on competence_record (person_id);
create index competence_record_expires on competence_record (expires_on) where expires_on is not null;

create sequence number_awareness_campaign;
create table awareness_campaign (
  id             uuid primary key references record,
  topics         text[] not null default '{}',
  text_en        text,
  text_zh        text,
  document_ids   uuid[] not null default '{}',
  service_ids    uuid[] not null default '{}',
  audience       text not null default 'everybody',
  audience_roles text[] not null default '{}',
  due_on         date,
  started_on     date,
  asked          integer,
  acknowledged   integer,
  closing_note   text
);

-- Who has said that they know it, in their own words where it was asked for.
create table awareness_acknowledgement (
  campaign_id  uuid not null references record,
  person_id    uuid not null references record,
  at           timestamptz not null,
  contribution text,
  primary key (campaign_id, person_id)
);
create index awareness_acknowledgement_person on awareness_acknowledgement (person_id, at);
revoke update, delete, truncate on awareness_acknowledgement from :app_role;

create sequence number_communication;
create table communication (
  id                       uuid primary key references record,
  kind                     text,
  what                     text,
  side                     text,
  trigger                  text,
  frequency                text,
  event                    text,
  within                   text,
  next_due_on              date,
  audience_roles           text[] not null default '{}',
  audience_team_ids        uuid[] not null default '{}',
  audience_person_ids      uuid[] not null default '{}',
  audience_organisation_ids uuid[] not null default '{}',
  audience_note            text,
  channel                  text,
  channel_note             text,
  responsible_role         text,
  message_en               text,
  message_zh               text,
  automatic                boolean not null default false,
  review_months            integer not null default 12,
  review_note              text,
  reviewed_on              date,
  reviewed_by_id           uuid references record,
  review_due_on            date
);
create index communication_due on communication (next_due_on) where next_due_on is not null;

create sequence number_communication_occurrence;
create table communication_occurrence (
  id               uuid primary key references record,
  communication_id uuid references record,
  channel          text,
  responsible_role text,
  due_on           date,
  occasion         text,
  message_en       text,
  message_zh       text,
  proof            text,
  recipients       integer,
  recipient_ids    uuid[] not null default '{}',
  done_on          date,
  done_by_id       uuid references record
);
create index communication_occurrence_of on communication_occurrence (communication_id, due_on);
create unique index communication_occurrence_once on communication_occurrence (communication_id, due_on) where occasion is null;

create sequence number_resource_need;
create table resource_need (
  id             uuid primary key references record,
  year           integer,
  resource_class text,
  objective_id   uuid references record,
  description    text,
  unit           text,
  need           double precision,
  available      double precision,
  gap            double precision,
  available_note text,
  decision       text,
  reason         text,
  decided_on     date,
  decided_by_id  uuid references record,
  due_on         date,
  result         text,
  provided_on    date,
  provided_by_id uuid references record
);
create index resource_need_year on resource_need (year, resource_class);

create sequence number_benefit_case;
create table benefit_case (
  id              uuid primary key references record,
  kind            text,
  need_ids        uuid[] not null default '{}',
  investment      text,
  invested_cents  bigint,
  currency        text,
  promise         text,
  measure_key     text,
  direction       text,
  baseline_from   date,
  baseline_to     date,
  baseline_value  double precision,
  baseline_n      integer,
  target_value    double precision,
  measure_on      date,
  found_from      date,
  found_to        date,
  found_value     double precision,
  found_n         integer,
  target_met      boolean,
  conclusion      text,
  approved_on     date,
  approved_by_id  uuid references record,
  measured_on     date,
  measured_by_id  uuid references record
);

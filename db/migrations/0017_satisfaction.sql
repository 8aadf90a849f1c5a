-- Business relationship management (8.3.2): how satisfied users and customers are.
create sequence number_survey;
create table survey (
  id               uuid primary key references record,
  question_en      text,
  question_zh      text,
  about_type       text,
  -- Empty: whatever the channel; a survey of one channel goes before it.
  channel          text,
  sample_share     smallint,
  quiet_days       smallint,
  low_score        smallint,
  follow_up_hours  smallint,
  answer_days      smallint,
  sample_statement text,
  conclusions      text,
  approved_by_id   uuid references record,
  approved_at      timestamptz
);

create sequence number_rating;
create table rating (
  id                uuid primary key references record,
  survey_id         uuid references record,
  about_id          uuid references record,
  channel           text,
  score             smallint,
  remark            text,
  low               boolean not null default false,
  asked_at          timestamptz,
  expires_at        timestamptz,
  answered_at       timestamptz,
  follow_up_due_at  timestamptz,
  followed_up_at    timestamptz,
  follow_up_outcome text
);
-- One question per record and survey, however often its closing is told.
create unique index rating_about on rating (about_id, survey_id);
create index rating_asked on rating (asked_at);
create index rating_answered on rating (answered_at) where answered_at is not null;
create index rating_expires on rating (expires_at) where answered_at is null;

-- Knowledge (7.6): what people who run and use the services need to know.
create sequence number_article;
-- The working copy. What readers read is the published version below.
create table article (
  id                        uuid primary key references record,
  kind                      text not null default 'how_to',
  title_en                  text,
  title_zh                  text,
  summary_en                text,
  summary_zh                text,
  body_en                   text,
  body_zh                   text,
  audience                  text not null default 'agents',
  audience_organisation_ids uuid[] not null default '{}',
  audience_team_ids         uuid[] not null default '{}',
  service_ids               uuid[] not null default '{}',
  category_ids              uuid[] not null default '{}',
  ci_ids                    uuid[] not null default '{}',
  tags                      text,
  -- The record from whose resolution it was written.
  source_id                 uuid references record,
  author_ids                uuid[] not null default '{}',
  change_note               text,
  published_version         integer,
  approved_by_id            uuid references record,
  approved_at               timestamptz,
  reviewed_by_id            uuid references record,
  reviewed_at               timestamptz,
  review_due_on             date,
  expires_on                date
);
create index article_review on article (review_due_on) where published_version is not null;
create index article_expiry on article (expires_on) where expires_on is not null;
create index article_services on article using gin (service_ids);
create index article_categories on article using gin (category_ids);
create index article_source on article (source_id) where source_id is not null;

-- Every version that was ever published, as it was: an audit reads what was valid on a day.
create table article_version (
  article_id                uuid not null references record,
  version                   integer not null,
  kind                      text not null,
  title_en                  text,
  title_zh                  text,
  summary_en                text,
  summary_zh                text,
  body_en                   text,
  body_zh                   text,
  audience                  text not null,
  audience_organisation_ids uuid[] not null,
  audience_team_ids         uuid[] not null,
  service_ids               uuid[] not null,
  category_ids              uuid[] not null,
  ci_ids                    uuid[] not null,
  tags                      text,
  author_ids                uuid[] not null,
  approved_by_id            uuid references record,
  published_at              timestamptz not null,
  change_note               text,
  words                     tsvector not null,
  primary key (article_id, version)
);
create index article_version_words on article_version using gin (words);
create index article_version_services on article_version using gin (service_ids);
create index article_version_categories on article_version using gin (category_ids);
revoke update, delete, truncate on article_version from :app_role;

-- How often it was opened, by day and place: who read what is nobody's business.
create table article_use (
  article_id uuid not null references record,
  day        date not null,
  place      text not null,
  views      integer not null,
  primary key (article_id, day, place)
);

create sequence number_article_feedback;
create table article_feedback (
  id              uuid primary key references record,
  article_id      uuid references record,
  article_version integer,
  rater_id        uuid references record,
  helpful         boolean,
  -- "This solved it": a report that was being written was not sent.
  deflected       boolean not null default false,
  typed           text,
  remark          text,
  answer          text,
  answered_by_id  uuid references record,
  answered_at     timestamptz
);
create index article_feedback_article on article_feedback (article_id, id);
-- One judgement per reader and version; it may be changed. What a report was spared by happens more than once.
create unique index article_feedback_once on article_feedback (article_id, article_version, rater_id) where not deflected;

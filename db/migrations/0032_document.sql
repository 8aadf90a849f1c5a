-- Documented information under control (7.5).
create sequence number_document;
-- The working copy and what is true of the document as a whole. What readers read is the effective version below.
create table document (
  id                        uuid primary key references record,
  code                      text not null,
  level                     smallint,
  document_class            text,
  title_en                  text,
  title_zh                  text,
  body_en                   text,
  body_zh                   text,
  languages                 text not null default 'both',
  authoritative             text not null default 'en',
  -- Clauses and requirements that it answers: `8.6.1`, `8.6.1-a`.
  clauses                   text[],
  obligation                text not null default 'expected',
  owner_role                text,
  confidentiality           text not null default 'internal',
  audience                  text not null default 'staff',
  audience_roles            text[],
  audience_team_ids         uuid[] not null default '{}',
  audience_organisation_ids uuid[] not null default '{}',
  audience_person_ids       uuid[] not null default '{}',
  must_read                 text not null default 'nobody',
  retention                 text,
  review_months             integer,
  origin                    text not null default 'internal',
  source                    text,
  source_edition            text,
  source_url                text,
  last_checked_on           date,
  next_check_on             date,
  supersedes_id             uuid references record,
  change_id                 uuid references record,
  revision                  text not null default 'major',
  change_note               text,
  takes_effect_on           date,
  reviewer_ids              uuid[] not null default '{}',
  approver_ids              uuid[] not null default '{}',
  -- Everybody who wrote or changed a word of the version in work.
  author_ids                uuid[] not null default '{}',
  submitted_at              timestamptz,
  approved_version          text,
  approved_at               timestamptz,
  approved_by_ids           uuid[] not null default '{}',
  content_hash              text,
  effective_version         text,
  effective_on              date,
  review_due_on             date,
  reviewed_by_id            uuid references record,
  reviewed_at               timestamptz,
  obsolete_reason           text,
  sod_exception             boolean not null default false
);
create unique index document_code on document (code);
create index document_review on document (review_due_on) where effective_version is not null;
create index document_check on document (next_check_on) where next_check_on is not null;
create index document_clauses on document using gin (clauses);
create index document_supersedes on document (supersedes_id) where supersedes_id is not null;
create index document_secret on document (id) where confidentiality = 'secret';

-- Every version that was ever approved, with the live blocks as they stood when it was: an audit reads what was valid on
-- a day. The application may not change a row of it.
create table document_version (
  document_id   uuid not null references record,
  major         integer not null,
  minor         integer not null,
  version       text not null,
  code          text not null,
  title_en      text,
  title_zh      text,
  body_en       text,
  body_zh       text,
  -- The same with every live block as text.
  frozen_en     text,
  frozen_zh     text,
  -- What each block said, by language, to be compared with what it says now.
  blocks        jsonb not null default '{}',
  -- Owner, class, level, clauses, audience, confidentiality, retention as they were.
  about         jsonb not null,
  change_note   text,
  author_ids    uuid[] not null,
  reviewer_ids  uuid[] not null,
  approver_ids  uuid[] not null,
  submitted_at  timestamptz,
  approved_at   timestamptz not null,
  effective_on  date not null,
  sod_exception boolean not null default false,
  -- SHA-256 of code, version, titles and texts, frozen ones included.
  content_hash  text not null,
  words         tsvector not null,
  primary key (document_id, major, minor),
  unique (document_id, version)
);
create index document_version_words on document_version using gin (words);
revoke update, delete, truncate on document_version from :app_role;

-- Who has said that they read it: once for each major version.
create table document_acknowledgement (
  document_id uuid not null references record,
  major       integer not null,
  person_id   uuid not null references record,
  version     text not null,
  at          timestamptz not null,
  primary key (document_id, major, person_id)
);
create index document_acknowledgement_person on document_acknowledgement (person_id);
revoke update, delete, truncate on document_acknowledgement from :app_role;

-- Everybody in use who must read a document: whom it is for, and of them whoever is asked. One place for the notices, the
-- list of readers and the figure, so that they cannot differ. `staff_roles`: the roles of those who work inside.
create function document_addressees(of_document uuid, on_day date, staff_roles text[]) returns setof uuid
language sql stable as $$
  with recursive d as (
    select * from document where id = of_document and must_read <> 'nobody'
  ), held as (
    select h.person_id as id, h.role from role_holder h join record hr on hr.id = h.id
    where hr.state = 'active' and h.valid_from <= on_day and (h.valid_to is null or h.valid_to >= on_day)
  ), inside as (
    select distinct id from held where role = any(staff_roles)
  ), places as (
    select unnest(audience_organisation_ids) as id from d where audience = 'named'
    union select o.id from organisation o join places x on o.parent_id = x.id
  ), addressed as (
    select p.id from d cross join person p where d.must_read = 'audience' and d.audience = 'everybody'
    union select i.id from d cross join inside i where d.audience in ('everybody', 'staff')
    union select unnest(d.audience_person_ids) from d where d.audience = 'named'
    union select h.id from d join held h on h.role = any(d.audience_roles) where d.audience = 'named'
    -- Whoever can sign in is a user.
    union select p.id from d cross join person p where d.audience = 'named' and 'user' = any(d.audience_roles)
    union select unnest(t.member_ids) from d join team t on t.id = any(d.audience_team_ids) where d.audience = 'named'
    union select r.id from places x join record r on r.type = 'person' and x.id in (r.org_unit_id, r.customer_id)
  )
  select a.id from addressed a join record r on r.id = a.id and r.state = 'active' cross join d
  where d.must_read = 'audience' or a.id in (select id from inside)
$$;

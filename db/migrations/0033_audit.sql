-- The auditor's workspace: who audits and until when, samples, evidence packs (practices/audit-workspace).
create sequence number_audit_engagement;
create table audit_engagement (
  id          uuid primary key references record,
  kind        text not null default 'external',
  body        text,
  purpose     text,
  auditor_ids uuid[] not null default '{}',
  clauses     text[],
  processes   text[],
  unit_ids    uuid[] not null default '{}',
  period_from date,
  period_to   date,
  access_from date,
  access_to   date,
  -- The roles that were given for it, to be ended with it.
  holder_ids  uuid[] not null default '{}',
  -- [{ requirement, asked, note, result, byId, at }]: questions asked and what was answered.
  interviews  jsonb,
  opened_at   timestamptz,
  ended_at    timestamptz
);

-- What is shown to whom now is looked up with every call of an auditor.
create index audit_engagement_access on audit_engagement (access_to);

create sequence number_audit_sample;
create table audit_sample (
  id               uuid primary key references record,
  engagement_id    uuid references record,
  auditor_ids      uuid[] not null default '{}',
  record_type      text,
  filters          jsonb,
  period_from      date,
  period_to        date,
  stratify         text not null default 'none',
  zone             text,
  n                integer,
  seed             text,
  seed_made        boolean not null default false,
  requirement      text,
  algorithm        text,
  unit_ids         uuid[] not null default '{}',
  population_count integer,
  population_hash  text,
  sample_hash      text,
  -- [{ key, count, n }], in the order in which they are drawn from.
  strata           jsonb,
  -- [{ position, id, number, stratum, hash, result, note, byId, at }]
  items            jsonb,
  conclusion       text
);
create index audit_sample_engagement on audit_sample (engagement_id);

-- The drawn records as they were: JSON whose SHA-256 stands in the sample, and so in the trail.
create table audit_sample_content (
  sample_id uuid not null references record,
  position  integer not null,
  content   text not null,
  primary key (sample_id, position)
);
revoke update, delete, truncate on audit_sample_content from :app_role;

create sequence number_evidence_pack;
create table evidence_pack (
  id            uuid primary key references record,
  scope         text not null default 'everything',
  clause        text,
  process       text,
  period_from   date,
  period_to     date,
  language      text,
  stage         text,
  progress      integer not null default 0,
  records       integer,
  events        integer,
  files         integer,
  bytes         bigint,
  manifest_hash text,
  archive_hash  text,
  chain_head    text,
  unsealed      integer,
  started_at    timestamptz,
  finished_at   timestamptz,
  took_ms       integer,
  fault         text
);

-- The archive in pieces, so that any process serves it and none holds it.
create table evidence_pack_piece (
  pack_id  uuid not null references record,
  position integer not null,
  bytes    bytea not null,
  primary key (pack_id, position)
);

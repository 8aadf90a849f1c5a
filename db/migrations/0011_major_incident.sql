-- Actions that any practice may ask for and follow up (kernel/action): of a review, an audit, an improvement.
create sequence number_action_item;
create table action_item (
  id             uuid primary key references record,
  -- What it came from: the record whose review asked for it.
  source_id      uuid references record,
  description    text,
  due_on         date,
  result         text,
  done_at        timestamptz,
  done_by_id     uuid references record,
  verification   text,
  verified_at    timestamptz,
  verified_by_id uuid references record,
  -- S4 was not kept because the organisation is too small; top management looks at these.
  sod_exception  boolean not null default false
);
create index action_item_source on action_item (source_id) where source_id is not null;

-- Major incidents (8.6.1): the record beside its leading incident.
create sequence number_major_incident;
create table major_incident (
  id                     uuid primary key references record,
  leading_incident_id    uuid not null references record,
  -- [{ key, … what was met }] with the version of the criteria that decided; empty: somebody judged it so.
  criteria               jsonb not null default '[]',
  criteria_version       integer,
  judgement              text,
  manager_id             uuid references record,
  communications_id      uuid references record,
  technical_lead_id      uuid references record,
  scribe_id              uuid references record,
  bridge                 text,
  declared_at            timestamptz,
  declared_by_id         uuid references record,
  declined_at            timestamptz,
  declined_by_id         uuid references record,
  decline_reason         text,
  management_due_at      timestamptz,
  management_informed_at timestamptz,
  stabilised_at          timestamptz,
  restored_at            timestamptz,
  review_due_at          timestamptz,
  reviewer_id            uuid references record,
  review_at              timestamptz,
  reviewed_at            timestamptz,
  reviewed_by_id         uuid references record,
  cause                  text,
  helped                 text,
  hindered               text,
  customer_impact        text,
  affected_users         integer,
  lost_business_cents    integer,
  lost_business_currency text,
  no_actions_reason      text,
  sod_exception          boolean not null default false
);
create unique index major_incident_leading on major_incident (leading_incident_id);
create index major_incident_declared on major_incident (declared_at) where declared_at is not null;

-- What was said, seen, decided and told while it ran. Written once; a mistake is corrected by a further entry.
create table major_entry (
  id          uuid primary key,
  record_id   uuid not null references record,
  kind        text not null check (kind in ('stage', 'observation', 'decision', 'action', 'communication', 'update', 'management')),
  -- When it happened and when it was written down.
  at          timestamptz not null,
  recorded_at timestamptz not null,
  author_id   uuid references record,
  -- { "en": …, "zh-CN": … }: in the languages it was written in.
  texts       jsonb not null,
  audiences   text[] not null default '{}',
  -- Who was told, and by which way.
  people      uuid[] not null default '{}',
  way         text,
  corrects_id uuid references major_entry
);
create index major_entry_record on major_entry (record_id, at, id);
revoke update, delete, truncate on major_entry from :app_role;

-- Mass incidents: what is done to many children of one parent, in batches, by whichever process is there.
create table mass_job (
  id           uuid primary key,
  parent_id    uuid not null references record,
  kind         text not null check (kind in ('link', 'answer', 'resolve')),
  input        jsonb not null default '{}',
  state        text not null default 'running' check (state in ('running', 'done', 'failed')),
  total        integer not null,
  actor_id     uuid not null references record,
  channel      text not null,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  error        text
);
create index mass_job_running on mass_job (id) where state = 'running';
create index mass_job_parent on mass_job (parent_id, id);

create table mass_job_item (
  job_id uuid not null references mass_job,
  -- As it was named; an unknown number is told, not lost.
  number text not null,
  state  text not null default 'pending' check (state in ('pending', 'done', 'skipped', 'refused')),
  -- { code, params } of the refusal.
  why    jsonb,
  primary key (job_id, number)
);
create index mass_job_item_pending on mass_job_item (job_id, number) where state = 'pending';

-- A known disturbance that everybody is told of: what portal and service desk show while somebody reports.
alter table incident add announced_at timestamptz;
alter table incident add announcement jsonb;
create index incident_announced on incident (announced_at) where announced_at is not null;

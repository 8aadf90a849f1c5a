-- Incident management (8.6.1).
create sequence number_category;
create table category (
  id                  uuid primary key references record,
  parent_id           uuid references record,
  first_line_solvable boolean not null default false
);

create sequence number_incident;
create table incident (
  id                 uuid primary key references record,
  symptom            text,
  channel            text,
  category_id        uuid references record,
  impact             smallint,
  urgency            smallint,
  priority_override  smallint,
  override_reason    text,
  location           text,
  ci                 text,
  resolution         text,
  resolution_code    text,
  cause_class        text,
  closure_code       text,
  pending_reason     text,
  resume_at          timestamptz,
  responded_at       timestamptz,
  first_assigned_to_id uuid references record,
  restored_at        timestamptz,
  resolved_at        timestamptz,
  resolved_by_id     uuid references record,
  escalation_level   smallint not null default 0,
  reopen_count       integer not null default 0,
  reassignment_count integer not null default 0,
  repeat_count       integer not null default 0,
  dedup_key          text,
  parent_id          uuid references record,
  problem_ref        text,
  change_ref         text,
  caused_by_ref      text,
  knowledge_used     boolean not null default false,
  -- What another system stated about its own agreement (imports); our own clocks never read it.
  stated_sla_met     boolean
);
create index incident_category on incident (category_id, id);
create index incident_resolved on incident (resolved_at) where resolved_at is not null;
create index incident_parent on incident (parent_id) where parent_id is not null;
create unique index incident_dedup on incident (dedup_key) where dedup_key is not null;

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
  -- What the matrix gives; record.priority is the override where there is one.
  derived_priority   smallint,
  priority_override  smallint,
  override_reason    text,
  security           boolean not null default false,
  location           text,
  -- The configuration item by name; 'none' says that none is involved.
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
  -- Resolved, cancelled or found to be a duplicate: reports count by it.
  ended_at           timestamptz,
  reopen_until       timestamptz,
  next_notice_at     timestamptz,
  closes_at          timestamptz,
  closure_notices    integer not null default 0,
  escalation_level   smallint not null default 0,
  reopen_count       integer not null default 0,
  reassignment_count integer not null default 0,
  repeat_count       integer not null default 0,
  -- SHA-256 of source, configuration item and symptom of an event, while the incident is open.
  dedup_key          text,
  parent_id          uuid references record,
  problem_ref        text,
  change_ref         text,
  caused_by_ref      text,
  knowledge_used     boolean not null default false,
  -- What another system stated about its own agreement (imports); our own clocks never read it.
  stated_sla_met     boolean
);
-- Equal incidents of the last days: ids sort by the time they were made.
create index incident_equal on incident (category_id, ci, id);
create index incident_ended on incident (ended_at) where ended_at is not null;
create index incident_responded on incident (responded_at) where responded_at is not null;
create index incident_parent on incident (parent_id) where parent_id is not null;
create unique index incident_dedup on incident (dedup_key) where dedup_key is not null;
-- What the jobs look for: pauses that end, notices and closings that fall due.
create index incident_resume on incident (resume_at) where resume_at is not null;
create index incident_closing on incident ((coalesce(next_notice_at, closes_at))) where closes_at is not null;

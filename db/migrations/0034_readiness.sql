-- Readiness: what people say of each requirement beside its live answer, and the plan of what is to be done.

-- One for every requirement of every standard; they are made by the software, and none is ever taken out.
create sequence number_requirement_assessment;
create table requirement_assessment (
  id              uuid primary key references record,
  standard        text not null,
  requirement     text not null,
  -- The gap as people see it, before and beside the live answer.
  gap_status      text not null default 'not_assessed' check (gap_status in ('not_assessed', 'fulfilled', 'partly', 'missing')),
  gap_group       text,
  gap             text,
  effort_days     integer,
  decision        text,
  decision_reason text,
  assessed_at     timestamptz,
  assessed_by_id  uuid references record,
  -- Whether what is there is adequate: no query can know.
  verdict         text,
  verdict_note    text,
  judged_at       timestamptz,
  judged_by_id    uuid references record,
  judged_until    date,
  -- Nothing occurred in this period, says the owner (both days included).
  none_from       date,
  none_to         date,
  none_note       text,
  none_at         timestamptz,
  none_by_id      uuid references record
);
create unique index requirement_assessment_requirement on requirement_assessment (standard, requirement);
create index requirement_assessment_until on requirement_assessment (judged_until) where judged_until is not null;

create sequence number_gap_action;
create table gap_action (
  id              uuid primary key references record,
  requirements    text[] not null default '{}',
  description     text,
  starts_on       date,
  due_on          date,
  effort_days     integer,
  progress        integer not null default 0 check (progress between 0 and 100),
  -- What must be done before; never in a circle.
  depends_on_ids  uuid[] not null default '{}',
  result          text,
  done_at         timestamptz,
  done_by_id      uuid references record,
  confirmation    text,
  confirmed_at    timestamptz,
  confirmed_by_id uuid references record,
  sod_exception   boolean not null default false
);
create index gap_action_requirements on gap_action using gin (requirements);
create index gap_action_depends_on on gap_action using gin (depends_on_ids);
create index gap_action_due on gap_action (due_on) where done_at is null;

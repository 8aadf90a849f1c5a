-- Rules on events: when … if … then …, as data.
create sequence number_event_rule;
create table event_rule (
  id          uuid primary key references record,
  description text,
  -- The event that starts it, the conditions on the record as it is then, and what is done.
  trigger     jsonb,
  conditions  jsonb,
  steps       jsonb
);

-- What a rule did, or why it did not: the trail has what changed, this has what was refused.
create table event_rule_run (
  rule_id   uuid not null references record,
  record_id uuid not null references record,
  seq       bigint not null,
  at        timestamptz not null,
  outcome   text not null check (outcome in ('done', 'refused', 'loop')),
  -- Of a refusal: the key of its words and their parameters.
  why       jsonb,
  primary key (rule_id, seq)
);
create index event_rule_run_at on event_rule_run (rule_id, at desc);

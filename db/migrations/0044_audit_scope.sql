-- A role may be held for some clauses and processes only, as it may be for some units: the scope of an audit.
alter table role_holder
  add column clauses   text[],
  add column processes text[];

alter table evidence_pack
  -- Documents marked secret leave the house only when somebody says so.
  add column with_secret boolean not null default false,
  -- How many records were left out for that reason.
  add column left_out    integer,
  -- How often it was begun again because the worker that made it ended.
  add column restarts    integer not null default 0;

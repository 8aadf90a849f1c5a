-- Control watch: what must not be, found in the running work by rules.
create sequence number_lapse;
create table lapse (
  id              uuid primary key references record,
  rule            text not null,
  requirement     text not null,
  subject_id      uuid references record,
  -- The record, or what else makes it the same lapse.
  subject_key     text not null,
  facts           jsonb not null default '{}',
  found_at        timestamptz not null,
  repaired_at     timestamptz,
  grade           text,
  correction      text,
  due_on          date,
  result          text,
  corrected_at    timestamptz,
  corrected_by_id uuid references record,
  verification    text,
  verified_by_id  uuid references record,
  sod_exception   boolean not null default false
);
-- Never raised twice.
create unique index lapse_once on lapse (rule, subject_key);
create index lapse_subject on lapse (subject_id) where subject_id is not null;
create index lapse_requirement on lapse (requirement);
create index lapse_due on lapse (due_on) where due_on is not null;

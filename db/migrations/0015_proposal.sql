-- What was learnt from the organisation's own records, and how often it was right.

-- One row per record type and target (a field, or fields that are proposed together). Of words and values it holds
-- hashes only, and only of those that occur in three records or more: nobody's words can be read out of it.
create table proposal_model (
  record_type text not null,
  target      text not null,
  learnt_at   timestamptz not null,
  took_ms     integer not null,
  -- All that was learnt from; of the last third, kept aside, how many were asked and how often the first answer, one of
  -- the first three, and the most frequent value of the first two thirds were right.
  records     integer not null,
  tested      integer not null,
  top1        integer not null,
  top3        integer not null,
  baseline    integer not null,
  classes     jsonb not null,
  -- Ascending 32-bit hashes; then one 16-bit weight per feature and class, the last row being the bias.
  features    bytea not null,
  weights     bytea not null,
  scale       double precision not null,
  primary key (record_type, target)
);

create table proposal_learning (
  record_type text primary key,
  asked_at    timestamptz,
  asked_by    uuid references record,
  learnt_at   timestamptz,
  -- The newest record that was looked at: what came after it is new.
  newest_id   uuid
);

-- What was shown to somebody who then decided, and whether it was taken; the last decision about a record counts.
create table proposal_use (
  record_id  uuid not null references record,
  target     text not null,
  proposed   text not null,
  confidence real not null,
  taken      boolean not null,
  by_id      uuid references record,
  at         timestamptz not null,
  primary key (record_id, target)
);

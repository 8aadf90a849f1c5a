-- Approvals: who was asked, in which steps, who decided what and on whose behalf, and who stands in for whom.

create table approval (
  id           uuid primary key,
  record_id    uuid not null references record,
  -- A key of words: <type>.approval.<purpose>.
  purpose      text not null,
  -- What is asked, for an approver who may not open the record itself.
  summary      text,
  state        text not null default 'open' check (state in ('open', 'approved', 'rejected', 'cancelled')),
  -- S7: who asked and who benefits.
  not_by       uuid[] not null,
  requested_by uuid references record,
  asked_at     timestamptz not null,
  ended_at     timestamptz
);
create index approval_record on approval (record_id, id);
-- One question at a time: two at once would move the record twice.
create unique index approval_open on approval (record_id) where state = 'open';

create table approval_step (
  approval_id  uuid not null references approval,
  n            smallint not null,
  approver_ids uuid[] not null check (cardinality(approver_ids) > 0),
  needed       smallint not null check (needed between 1 and cardinality(approver_ids)),
  state        text not null default 'waiting' check (state in ('waiting', 'open', 'approved', 'rejected', 'cancelled')),
  opened_at    timestamptz,
  due_at       timestamptz,
  reminded_on  date,
  primary key (approval_id, n)
);
create index approval_step_approvers on approval_step using gin (approver_ids) where state = 'open';
create index approval_step_due on approval_step (due_at) where state = 'open';

create table approval_decision (
  approval_id uuid not null,
  n           smallint not null,
  -- Whose voice it is; decided_by is another person where a deputy spoke.
  approver_id uuid not null references record,
  decided_by  uuid not null references record,
  decision    text not null check (decision in ('approve', 'reject')),
  reason      text,
  via         text not null,
  at          timestamptz not null,
  primary key (approval_id, n, approver_id),
  -- One person, one voice, whether their own or a colleague's.
  unique (approval_id, n, decided_by),
  foreign key (approval_id, n) references approval_step
);
revoke update, delete, truncate on approval_decision from :app_role;

create table delegation (
  id         uuid primary key,
  person_id  uuid not null references record,
  deputy_id  uuid not null references record,
  -- Whole days in the zone of the person who is away, the last one included.
  first_day  date not null,
  last_day   date not null,
  made_at    timestamptz not null,
  ended_at   timestamptz,
  check (last_day >= first_day),
  check (person_id <> deputy_id)
);
create index delegation_person on delegation (person_id) where ended_at is null;
create index delegation_deputy on delegation (deputy_id) where ended_at is null;

-- What a mail carries: bound to one person and one step, good once. Only its SHA-256 is kept.
create table approval_link (
  hash        bytea primary key check (octet_length(hash) = 32),
  approval_id uuid not null,
  n           smallint not null,
  person_id   uuid not null references record,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  foreign key (approval_id, n) references approval_step
);
create index approval_link_expires on approval_link (expires_at);

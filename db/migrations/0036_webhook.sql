-- Outgoing webhooks (kernel/webhook): what is to be told to other software waits here as mail does, is sent by a worker,
-- and stays as the log of what was sent.
create sequence number_webhook;
create table webhook (
  id            uuid primary key references record,
  description   text,
  url           text not null,
  form          text not null default 'json',
  language      text not null default 'en',
  -- Which records, and which of their actions; none: only tests, and all of them.
  record_types  jsonb,
  actions       jsonb,
  -- Counts the secrets: each is derived from the server's own, and none is kept.
  secret_number integer not null default 1
);

create table webhook_delivery (
  id          uuid primary key,
  webhook_id  uuid not null references record,
  record_id   uuid not null references record,
  -- What is told, as it was when it happened.
  event       jsonb not null,
  state       text not null default 'queued' check (state in ('queued', 'delivered', 'failed')),
  queued_at   timestamptz not null,
  next_try_at timestamptz not null,
  tries       integer not null default 0,
  ended_at    timestamptz,
  -- The receiver's last answer: its HTTP status, else why there was none.
  status      integer,
  reason      text,
  took_ms     integer,
  replay_of   uuid references webhook_delivery
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_try_at, id) where state = 'queued';
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_old on webhook_delivery (queued_at) where state <> 'queued';

-- Since when a receiver does not take anything, and how often it was tried.
create table webhook_fault (
  webhook_id uuid primary key references record,
  since      timestamptz not null,
  tries      integer not null
);

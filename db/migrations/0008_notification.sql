-- Notices and mail (kernel/notification). A notice is written in the transaction that causes it; its mail is a row too,
-- rendered and sent by a worker afterwards, so nothing is lost with a mail server and nothing waits for one.

create table mail (
  id          uuid primary key,
  person_id   uuid not null references record,
  purpose     text not null check (purpose in ('notice', 'digest', 'test')),
  state       text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  queued_at   timestamptz not null,
  next_try_at timestamptz not null,
  tries       integer not null default 0,
  sent_at     timestamptz,
  -- Where it went, and the server's last refusal.
  address     text,
  reason      text
);
create index mail_due on mail (next_try_at, id) where state = 'queued';
create index mail_state on mail (state, id);

create table notification (
  id        uuid primary key,
  person_id uuid not null references record,
  kind      text not null,
  record_id uuid not null references record,
  params    jsonb not null default '{}',
  key       text,
  at        timestamptz not null,
  read_at   timestamptz,
  -- Waits for, or was in, the daily mail; `mail_id` says which mail it was in.
  digest    boolean not null default false,
  mail_id   uuid references mail,
  -- Read in commit order by the live streams, as the trail is.
  txid      xid8 not null default pg_current_xact_id()
);
create index notification_person on notification (person_id, id);
create index notification_unread on notification (person_id, id) where read_at is null;
create unique index notification_key on notification (person_id, kind, key) where key is not null;
create index notification_digest on notification (person_id, at) where digest and mail_id is null;
create index notification_mail on notification (mail_id) where mail_id is not null;
create index notification_txid on notification (txid);

-- What a person chose; where there is no row, the kind's own usual way holds.
create table notice_preference (
  person_id uuid not null references record,
  kind      text not null,
  mode      text not null check (mode in ('off', 'in_app', 'mail', 'digest')),
  primary key (person_id, kind)
);

-- What the workers say of their mail server: web processes, which send nothing, queue by it and show it.
create table mail_sender (
  one           boolean primary key default true check (one),
  configured    boolean not null,
  server        text,
  sender        text,
  last_sent_at  timestamptz,
  last_error    text,
  last_error_at timestamptz
);

-- Who looks at a record now. Worth nothing after a minute, so it needs neither the log nor the trail.
create unlogged table presence (
  record_id uuid not null references record,
  person_id uuid not null references record,
  editing   boolean not null,
  seen_at   timestamptz not null default now(),
  primary key (record_id, person_id)
);
create index presence_seen_at on presence (seen_at);

-- The portal: planned work, told on the status page before it happens (8.6.1, 7.4).
create sequence number_maintenance_notice;
create table maintenance_notice (
  id          uuid primary key references record,
  title_zh    text,
  text_en     text,
  text_zh     text,
  -- Empty: every service.
  service_ids uuid[] not null default '{}',
  starts_at   timestamptz,
  ends_at     timestamptz,
  began_at    timestamptz,
  ended_at    timestamptz
);
create index maintenance_notice_ends on maintenance_notice (coalesce(ended_at, ends_at));

-- The portal lists what a person, a unit or a customer asked for, newest first.
create index record_unit_portal on record (org_unit_id, id) where requester_id is not null;

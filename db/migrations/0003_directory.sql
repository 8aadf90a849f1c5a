-- The directory: who there is, where they belong, which roles they hold and when. All of them are records.
create sequence number_person;
create table person (
  id         uuid primary key references record,
  email      text,
  phone      text,
  kind       text not null default 'staff',
  language   text not null default 'en',
  zone       text not null default 'UTC',
  vip        boolean not null default false,
  available  boolean not null default true
);
create unique index person_email on person (lower(email)) where email is not null;

create sequence number_team;
create table team (
  id              uuid primary key references record,
  member_ids      uuid[] not null default '{}',
  lead_id         uuid references record,
  escalates_to_id uuid references record,
  description     text
);
create index team_members on team using gin (member_ids);

create sequence number_organisation;
create table organisation (
  id        uuid primary key references record,
  kind      text not null,
  parent_id uuid references record,
  zone      text,
  contact   text
);

create sequence number_role_holder;
create table role_holder (
  id         uuid primary key references record,
  person_id  uuid not null references record,
  role       text not null,
  unit_id    uuid references record,
  valid_from date not null,
  valid_to   date
);
create index role_holder_person on role_holder (person_id);

create sequence number_calendar;
create table calendar (
  id              uuid primary key references record,
  zone            text not null,
  weekly          jsonb not null,
  exceptions      jsonb not null default '[]',
  yearly_holidays jsonb not null default '[]'
);

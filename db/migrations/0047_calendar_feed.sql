-- A calendar that a person's own program reads by a secret address: the forward schedule of change was the first, the
-- calendar of the management system is another. One address for each person and calendar.
alter table schedule_feed rename to calendar_feed;
alter table calendar_feed add column calendar text not null default 'changes' check (calendar in ('changes', 'management-system'));
alter table calendar_feed alter column calendar drop default;
drop index schedule_feed_person;
create unique index calendar_feed_person on calendar_feed (person_id, calendar) where revoked_at is null;

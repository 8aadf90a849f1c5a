-- What was loaded and waits for approval, source by source (8.2.6).
create index record_ci_planned on record (source, id) where type = 'ci' and state = 'planned';

-- Items that have one name but for its spelling. By a number, which sorts faster than a text; with the title inside,
-- because PostgreSQL reads an index alone only where it finds the column that the expression is made of.
create index record_ci_plain_name on record (hashtextextended(plain_name(title), 0), id) include (title)
  where type = 'ci' and open;
drop index ci_serial;
create index ci_serial on ci (lower(serial_number), id) include (serial_number) where serial_number is not null;

-- Releases whose window overlaps another: the schedule, and the collisions of a change.
create index release_span on release using gist (tstzrange(planned_start_at, planned_end_at))
  where planned_start_at is not null and planned_end_at >= planned_start_at;

-- What waits in a state, the latest first, among however many that are over: the lists of `filter[state]` (kernel/record/list.ts).
create index record_open_state on record (type, state, id) where open;

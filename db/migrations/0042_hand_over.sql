-- Who is answerable (5.3): since when somebody has an incident that another one gave them and that they have not taken up …
alter table incident add column handed_over_at timestamptz;
create index incident_handed_over on incident (handed_over_at) where handed_over_at is not null;
-- … and since when it is disputed who has to fulfil a request.
alter table service_request add column disputed_at timestamptz;

-- Queues by urgency: priority, then what is due first; what nobody has judged stands after P1 (kernel/record/list.ts).
create index record_urgency on record
  (type, (coalesce(priority * 2, 3)::bigint * 100000000000 + least(extract(epoch from next_due at time zone 'UTC'), 99999999999)::bigint), id)
  where open;

-- What one person did where two are asked for (S6 in profile S), for those who look at each of them.
create index trail_event_alone on trail_event (record_type, at) where detail ? 'sodException';

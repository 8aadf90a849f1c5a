-- Where an event stands in the trail and when it was recorded is the database's to say, not the application's.
revoke insert on trail_event from :app_role;
grant insert (at, record_id, record_type, version, action, from_state, to_state, actor_id, channel, reason, changes, detail)
  on trail_event to :app_role;

-- A transaction that wrote elsewhere before it locked this record has an older number than the one that wrote here
-- before it, so (txid, seq) alone would show a record's events in the wrong order. Such an event takes the number of
-- its predecessor; readers stay below pg_snapshot_xmin, where both transactions have ended.
create function place_event() returns trigger language plpgsql as $$
begin
  new.txid := greatest(new.txid, (select e.txid from trail_event e where e.record_id = new.record_id order by e.seq desc limit 1));
  return new;
end $$;
-- A record's first event has no predecessor to look for.
create trigger place before insert on trail_event for each row when (new.action <> 'create') execute function place_event();

-- Up to where a baseline has seen: what was written later is all that can differ from it.
create table baseline_point (
  baseline_id uuid primary key references record,
  txid        xid8 not null
);
revoke update, delete, truncate on baseline_point from :app_role;
create trigger append_only before update or delete on baseline_point for each row execute function refuse_change();

create index trail_event_configuration on trail_event (txid, record_id) where record_type in ('ci', 'service');

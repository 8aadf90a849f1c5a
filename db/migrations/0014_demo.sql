-- A demo that was broken off while it was loaded has left no record, but sequences do not roll back. Only the owner may
-- set them, so this is the owner's; while there is any record it refuses.
create function restart_numbers() returns void language plpgsql security definer set search_path from current as $$
begin
  if exists (select 1 from record) then
    raise exception 'numbers are in use' using errcode = 'object_in_use';
  end if;
  perform setval(c.oid::regclass, 1, false) from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S' and c.relname like 'number\_%';
  delete from number_gap;
end $$;
revoke execute on function restart_numbers() from public;
grant execute on function restart_numbers() to :app_role;

-- Only the owner may analyze, too. A load in one transaction would otherwise be planned as if its tables were empty, for
-- nobody else can count the rows that it has not committed.
create function count_rows_anew() returns void language plpgsql security definer set search_path from current as $$
declare
  name regclass;
begin
  for name in select c.oid::regclass from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
  loop
    execute format('analyze %s', name);
  end loop;
end $$;
revoke execute on function count_rows_anew() from public;
grant execute on function count_rows_anew() to :app_role;

-- 8.3.2 beside 8.6.3: what the people who met a fault thought of how it was handled, by the problem behind it.
alter table rating add column problem_id uuid references record;
create index rating_problem on rating (problem_id) where problem_id is not null;
-- As the follower of links does it from now on (satisfaction.cause.ts).
update rating t set problem_id = (
  select l.to_id from link l join record p on p.id = l.to_id and p.type = 'problem' and p.state <> 'rejected'
  where l.kind = 'caused_by'
    and (l.from_id = t.about_id or l.from_id in (select c.to_id from link c where c.from_id = t.about_id and c.kind = 'child_of'))
  order by (l.from_id = t.about_id) desc, l.at desc limit 1);

import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { notifyAll } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';

/** So many days a site has that was not there when the rule was published. */
const newSiteDays = 60;

type Missing = {
  readonly ruleId: string;
  readonly title: string;
  readonly adoptBy: string;
  readonly siteId: string;
  readonly site: string;
  readonly ownerId: string | null;
};

/**
 * Every site gets every rule that is for it, once: of one rule that was just published, or of all, where a site is new.
 * Whoever had the former edition in hand there has this one, else who has the site's others, else its SMS manager.
 */
export async function spread(work: Work, ruleId: string | null = null): Promise<number> {
  const { house } = work;
  const today = dayIn(house.reference.settings, house.now());
  // Two at once would both find the same missing.
  await work.run('spread_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:group-rules', 0))`);
  const missing = await work.run<Missing>(
    'adoptions_missing',
    `select x.id as "ruleId", x.title, t.adopt_by::text as "adoptBy", s.id as "siteId", s.title as site, coalesce(
       (select ar.owner_id from rule_adoption a join record ar on ar.id = a.id where a.rule_id = t.supersedes_id and a.site_id = s.id),
       (select ar.owner_id from rule_adoption a join record ar on ar.id = a.id
         where a.site_id = s.id and ar.owner_id is not null and ar.state <> 'ended' order by ar.id desc limit 1),
       (select h.person_id from role_holder h join record hr on hr.id = h.id join record hp on hp.id = h.person_id
         where h.unit_id = s.id and h.role = 'sms-manager' and hr.state = 'active' and hp.state = 'active' and h.valid_from <= $2::date
           and (h.valid_to is null or h.valid_to >= $2::date) order by h.id limit 1)) as "ownerId"
     from group_rule t join record x on x.id = t.id
       join organisation o on o.kind = 'branch' join record s on s.id = o.id and s.state = 'active'
     where x.state = 'in_force' and ($1::uuid is null or t.id = $1)
       and (t.site_id = s.id or t.site_id is null and (cardinality(t.site_ids) = 0 or s.id = any(t.site_ids)))
       and not exists (select 1 from rule_adoption a where a.rule_id = t.id and a.site_id = s.id)
     order by s.id, x.id`,
    [ruleId, today],
  );
  for (const { title, site, adoptBy, ownerId, ...named } of missing) {
    const made = await create(work, 'rule-adoption', system(), {
      ...named,
      ...(ownerId === null ? {} : { ownerId }),
      title: `${site} · ${title}`.slice(0, 200),
      adoptBy: adoptBy < today ? addDays(today, newSiteDays) : adoptBy,
    });
    if (ownerId !== null)
      await notifyAll(work, [{ kind: 'rule_adoption.to_adopt', recordId: made.id, personIds: [ownerId], params: { date: adoptBy < today ? addDays(today, newSiteDays) : adoptBy }, key: made.id }]); // prettier-ignore
  }
  return missing.length;
}

/** What no rule asks for any more, nobody adopts. */
export async function endAdoptions(work: Work, ruleId: string): Promise<void> {
  const open = await work.run<{ id: string }>(
    'adoptions_of_rule',
    `select a.id from rule_adoption a join record r on r.id = a.id where a.rule_id = $1 and r.state <> 'ended' order by a.id`,
    [ruleId],
  );
  for (const { id } of open) await act(work, { type: 'rule-adoption', id }, 'end', system());
}

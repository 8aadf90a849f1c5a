import { dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { notifyAll } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import { spread } from './adoption.spread.ts';
import { headquarters } from './site.queries.ts';
import { keep } from './standing.history.ts';
import { standings, type Cell } from './standing.ts';

/** A new site gets its rules at once. */
export const giveNewSites = defineSubscriber({
  name: 'rules-of-new-sites',
  on: ['organisation'],
  actions: ['create', 'edit', 'reactivate'],
  from: 'now',
  handle: async (work) => {
    await spread(work);
  },
});

/** Every hour: what has run out holds again, what stands otherwise is written down, and who must know is told, once. */
export const watchSites = defineJob({
  name: 'sites',
  cron: '23 * * * *',
  run: async (house: House) => {
    await begin(house, async (work) => {
      await spread(work);
      await runOut(work);
      const turned = await keep(work, await standings(work, house, system()));
      await tell(work, turned);
      await remind(work);
    });
  },
});

/** Exemptions whose day is over, and what belongs to a site that is none any more. */
async function runOut(work: Work): Promise<void> {
  const today = dayIn(work.house.reference.settings, work.house.now());
  const over = await work.run<{ id: string; action: string }>(
    'adoptions_over',
    `select a.id, case when s.state <> 'active' or o.kind <> 'branch' then 'end' else 'run_out' end as action
     from rule_adoption a join record r on r.id = a.id join organisation o on o.id = a.site_id join record s on s.id = o.id
     where r.state <> 'ended' and (s.state <> 'active' or o.kind <> 'branch' or r.state = 'exempt' and a.exemption_until < $1::date)
     order by a.id`,
    [today],
  );
  for (const { id, action } of over) await act(work, { type: 'rule-adoption', id }, action, system());
}

/** Headquarters and whoever has the site in hand hear that it begins to deviate; of what is only advised nobody is told. */
async function tell(work: Work, turned: readonly Cell[]): Promise<void> {
  const bad = turned.filter(
    ({ obligation, standing }) =>
      obligation === 'mandatory' && (standing === 'deviates' || standing === 'overdue'),
  );
  if (bad.length === 0) return;
  const today = dayIn(work.house.reference.settings, work.house.now());
  const leaders = await headquarters(work, today);
  await notifyAll(
    work,
    bad.map(({ id, ownerId, standing }) => ({
      kind: 'rule_adoption.deviates',
      recordId: id,
      personIds: [...leaders, ...(ownerId === null ? [] : [ownerId])],
      params: { standing: `@site_governance.standing.${standing}` },
      // To and fro within a day is told once.
      key: `${id}:${standing}:${today}`,
    })),
  );
}

type Due = {
  readonly id: string;
  readonly ownerId: string | null;
  readonly date: string;
  readonly kind: string;
};

/** Two weeks before, once for each date. */
async function remind(work: Work): Promise<void> {
  const today = dayIn(work.house.reference.settings, work.house.now());
  const due = await work.run<Due>(
    'adoptions_due',
    `select a.id, r.owner_id as "ownerId", x.date::text as date, x.kind from rule_adoption a join record r on r.id = a.id
     cross join lateral (values ('rule_adoption.adopt_due', a.adopt_by, r.state = 'open'), ('rule_adoption.attest_due', a.attest_due_on, r.state = 'adopted'),
       ('rule_adoption.exemption_ends', a.exemption_until, r.state = 'exempt')) as x(kind, date, counts)
     where x.counts and x.date between $1::date and $1::date + 14 order by a.id`,
    [today],
  );
  const leaders = await headquarters(work, today);
  await notifyAll(
    work,
    due.map(({ id, ownerId, date, kind }) => ({
      kind,
      recordId: id,
      personIds: ownerId === null ? leaders : [ownerId],
      params: { date },
      key: `${id}:${date}`,
    })),
  );
}

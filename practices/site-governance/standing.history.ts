import { addDays, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Standing } from './standing.names.ts';
import type { Cell } from './standing.ts';

/** Writes down what stands otherwise than before, and answers it. */
export async function keep(work: Work, cells: readonly Cell[]): Promise<Cell[]> {
  const turned = cells.filter(({ last, standing }) => last !== standing);
  await work.run(
    'keep_standings',
    `insert into site_standing (adoption_id, at, standing, seen)
     select x.id, $2::timestamptz, x.standing, x.seen from jsonb_to_recordset($1::jsonb) as x(id uuid, standing text, seen jsonb)
     on conflict do nothing`,
    [
      JSON.stringify(turned.map(({ id, standing, seen }) => ({ id, standing, seen }))),
      new Date(work.house.now()).toISOString(),
    ],
  );
  // What ended stands in no way any more.
  await work.run(
    'keep_ended',
    `insert into site_standing (adoption_id, at, standing)
     select a.id, $1::timestamptz, 'ended' from rule_adoption a join record r on r.id = a.id
     where r.state = 'ended' and (select standing from site_standing s where s.adoption_id = a.id order by at desc limit 1) <> 'ended'
     on conflict do nothing`,
    [new Date(work.house.now()).toISOString()],
  );
  return turned;
}

type Before = {
  readonly at: string;
  readonly standing: Standing | 'ended';
  readonly seen: Cell['seen'];
};

/** How a site stood to a rule, the latest first. */
export const historyOf = (tx: Tx, adoptionId: string): Promise<Before[]> =>
  tx.run<Before>(
    'standing_history',
    'select at, standing, seen from site_standing where adoption_id = $1 order by at desc limit 200',
    [adoptionId],
  );

const weeks = 26;

type Week = {
  readonly day: string;
  readonly counts: Readonly<Partial<Record<Standing, number>>>;
};

/** How many stood how at the end of each of the last weeks, of these sites. */
export async function trend(tx: Tx, house: House, siteIds: readonly string[]): Promise<Week[]> {
  const today = dayIn(house.reference.settings, house.now());
  const zone = house.reference.settings.get(homeZone).value;
  const days = Array.from({ length: weeks }, (_, i) => addDays(today, (i + 1 - weeks) * 7));
  const ends = days.map((day) =>
    new Date(
      Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
    ).toISOString(),
  );
  const rows = await tx.run<{ day: string; standing: Standing | 'ended'; n: number }>(
    'standing_trend',
    `select d.day, s.standing, count(*)::int as n
     from unnest($1::text[], $2::timestamptz[]) as d(day, until)
     cross join lateral (select distinct on (x.adoption_id) x.standing from site_standing x join rule_adoption a on a.id = x.adoption_id
       where x.at < d.until and a.site_id = any($3::uuid[]) order by x.adoption_id, x.at desc) s
     group by 1, 2`,
    [days, ends, siteIds],
  );
  return days.map((day) => ({
    day,
    counts: Object.fromEntries(
      rows
        .filter((row) => row.day === day && row.standing !== 'ended')
        .map(({ standing, n }) => [standing, n]),
    ),
  }));
}

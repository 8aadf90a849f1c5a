import { itemOf } from './configuration.data.ts';
import { dayMs, hourMs, minuteMs, local, startOfDay, type Demo } from './context.ts';
import { incidentLife } from './incident.life.ts';
import { outages } from './incident.outages.ts';
import { categories, themes, type Seen, type Theme } from './incident.texts.ts';
import { people } from './organisation.data.ts';
import type { Random } from './random.ts';
import { inLanes } from './lanes.ts';
import type { Plan } from './incident.plan.ts';

export async function categoriesOf(demo: Demo): Promise<void> {
  for (const { key, title, parent, firstLine } of categories) {
    const { id } = await demo.create('category', demo.software, demo.from + hourMs, {
      title,
      firstLineSolvable: firstLine === true,
      ...(parent === undefined ? {} : { parentId: demo.id(`category.${parent}`) }),
    });
    demo.ids.set(`category.${key}`, id);
  }
}

const chunk = 40;

/** A year of incidents (8.6.1) with the rhythm of the trade, and the outages that everybody remembers. */
export async function incidentManagement(demo: Demo): Promise<void> {
  const plans = planned(demo);
  const troubles = outages(demo);
  const seen = new Map<string, number[]>();
  for (let i = 0; i < plans.length; i += chunk) {
    const now = plans.slice(i, i + chunk);
    const lives = [];
    // First all of them, so that their numbers are in the order of their reports.
    for (const plan of now) lives.push(await incidentLife(demo, plan, seen));
    await inLanes(lives, (live) => live());
    while (troubles[0] && troubles[0].at <= (now.at(-1)?.at ?? 0)) await troubles.shift()?.happen(seen);
  }
  for (const trouble of troubles) await trouble.happen(seen);
}

function planned(demo: Demo): Plan[] {
  const random = demo.random.fork('incidents');
  const times: { at: number; theme: Theme }[] = [];
  const weight = themes.reduce((sum, theme) => sum + theme.weight, 0);
  for (let day = startOfDay(demo.from) + 2 * dayMs; day < demo.until; day += dayMs) {
    for (const theme of themes) {
      const expected = (perDay * theme.weight * factor(theme.rhythm, day)) / weight;
      const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
      for (let i = 0; i < count; i += 1) times.push({ at: day + momentOf(theme.rhythm, random), theme });
    }
  }
  return times
    .filter(({ at }) => at < demo.until - 3 * minuteMs)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, theme }, n) => plan(n, at, theme, random));
}

const perDay = 4.6;

/** How busy a day is, 1 on an ordinary weekday. */
function factor(rhythm: Theme['rhythm'], day: number): number {
  const { weekday, month, day: date } = local(day);
  const weekend = weekday === 0 || weekday === 6;
  const holiday = (month === 10 && date <= 7) || (month === 2 && date >= 9 && date <= 16);
  if (rhythm === 'office') return holiday ? 0.15 : weekend ? 0.25 : weekday === 1 ? 1.35 : 1.05;
  const season = holiday ? 0.6 : weekend ? 0.95 : 0.9;
  if (month === 11 && date === 11) return 5.2;
  if (month === 11 && date < 14) return date >= 9 ? 2.6 : 1.8;
  if (month === 6 && date <= 20) return date >= 16 && date <= 19 ? 2.9 : 1.5;
  if (month === 12 && date >= 9 && date <= 13) return 1.9;
  return season;
}

/** Milliseconds into the day: offices from nine to six with a dip at lunch, shops until midnight. */
function momentOf(rhythm: Theme['rhythm'], random: Random): number {
  const hour = random.weighted(rhythm === 'office' ? officeHours : tradeHours);
  return hour * hourMs + random.between(0, 60) * minuteMs + random.between(0, 60) * 1000;
}
const officeHours = [[8, 4], [9, 20], [10, 18], [11, 12], [12, 3], [13, 10], [14, 14], [15, 13], [16, 11], [17, 9], [18, 3], [20, 1]] as const; // prettier-ignore
const tradeHours = [[0, 4], [1, 2], [3, 1], [6, 1], [7, 2], [8, 5], [9, 8], [10, 10], [11, 8], [12, 6], [13, 7], [14, 8], [15, 8], [16, 8], [17, 7], [18, 6], [19, 7], [20, 10], [21, 10], [22, 8], [23, 5]] as const; // prettier-ignore

function plan(n: number, at: number, theme: Theme, parent: Random): Plan {
  const random = parent.fork(String(n));
  const seen = random.weighted(theme.seen);
  const requester = seen === 'monitoring' ? undefined : random.pick(reporters[seen]);
  const speaks = people.find((p) => p.key === requester)?.language;
  return {
    n,
    at,
    theme,
    seen,
    requester,
    language: speaks ?? (random.chance(0.75) ? 'zh-CN' : 'en'),
    ci: itemOf(random.pick(theme.ci.filter((ci) => ci !== 'none')), random.between(1, 24)),
    impact: random.weighted(theme.impact),
    urgency: random.weighted(theme.urgency),
    random,
  };
}

const keys = (keep: (person: (typeof people)[number]) => boolean) => people.filter(keep).map((p) => p.key);
/** Who reports what: office people, merchants' contacts, the hotline's agents and the warehouse in Chengdu. */
const reporters: Readonly<Record<Exclude<Seen, 'monitoring'>, readonly string[]>> = {
  staff: keys(
    (p) =>
      p.roles.every((r) => r.role === 'unit-manager') &&
      ['unit.commerce', 'unit.corporate', 'unit.singapore'].includes(p.unit),
  ),
  merchant: keys((p) => p.unit.startsWith('customer.')),
  hotline: ['p.tian', 'p.fan', 'p.qiu'],
  warehouse: ['p.bai', 'p.wei', 'p.shi'],
};

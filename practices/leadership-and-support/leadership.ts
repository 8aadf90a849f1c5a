import { sql } from 'kysely';
import { seesType, visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { addDays, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { answersOn, lastDay } from '../../kernel/evidence/history.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import { tableOf } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { standard } from '../../standard/catalogue.ts';
import { items, sources, type Source } from './leadership.items.ts';

type Act = {
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly day: string;
  readonly by: string | null;
  /** Whoever did it held the role of top management on that day. */
  readonly byTop: boolean;
};
type Found = Act & { readonly item: string; readonly plural: string };

/** As many as are looked at; the lists have the rest. */
const shownOfEach = 6;
/** What is older is history: top management is asked what it did this year. */
const freshDays = 365;

async function actsOf(tx: Tx, house: House, actor: Actor, from: Source): Promise<readonly Found[]> {
  if (!house.types.has(from.type)) return [];
  const type = typeNamed(house, from.type);
  if (!seesType(type.access, actor, from.type)) return [];
  const zone = house.reference.settings.get(homeZone).value;
  const day = from.on.endsWith('_at')
    ? sql`(${sql.raw(from.on)} at time zone ${zone})::date`
    : sql.raw(from.on);
  const { rows } = await sql<Act>`
    select x.type, x.number, x.title, x.day::text as day, p.title as by, exists (
      select 1 from role_holder h join record hr on hr.id = h.id where h.person_id = x.by_id and h.role = 'top-management'
        and h.valid_from <= x.day and (h.valid_to is null or h.valid_to >= x.day)) as "byTop"
    from (select r.type, r.number, r.title, ${day} as day, ${sql.raw(from.by)} as by_id
      from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
      where r.type = ${from.type} and ${sql.raw(from.on)} is not null and ${sql.raw(from.where)} and ${visible(type.access, actor)}
      order by ${sql.raw(from.on)} desc limit ${shownOfEach}) x
    left join record p on p.id = x.by_id order by x.day desc, x.number desc`.execute(tx.db);
  return rows.map((row) => ({ ...row, item: from.item, plural: type.plural }));
}

/** 5.1: six things that top management does, each with what it did, on which day, and whether that is of this year. */
export async function leadershipOf(tx: Tx, house: House, actor: Actor) {
  const today = dayIn(house.reference.settings, house.now());
  const acts: Found[] = [];
  for (const one of sources) acts.push(...(await actsOf(tx, house, actor, one)));
  const day = await lastDay(tx);
  const answers = day === undefined ? undefined : await answersOn(tx, day);
  const wanted = new Map(standard().requirements.map((one) => [one.id, one]));
  return {
    day: today,
    items: items.map(({ key, requirements }) => {
      const mine = acts.filter(({ item }) => item === key).toSorted((a, b) => (a.day < b.day ? 1 : -1));
      const latest = mine.find((act) => act.byTop)?.day ?? null;
      return {
        key,
        state: latest === null ? ('none' as const) : latest >= addDays(today, -freshDays) ? ('fresh' as const) : ('old' as const),
        latest,
        acts: mine.slice(0, shownOfEach).map(({ item: _item, ...act }) => act),
        requirements: requirements.map((id) => ({
          id,
          text: wanted.get(id)?.text[actor.language] ?? '',
          status: answers?.get(id)?.status ?? null,
        })),
      };
    }),
  };
} // prettier-ignore

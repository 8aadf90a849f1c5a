import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { system } from '../../kernel/access/actor.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import type { House } from '../../kernel/practice/house.ts';
import { tableOf } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ManagementReview, ReviewInput } from './review.fields.ts';
import { inputKeys, sources, type InputKey, type Listed } from './review.inputs.list.ts';
import { startOf } from './review.settings.ts';

type About = Pick<ManagementReview, 'id' | 'periodFrom' | 'periodTo'>;
type Period = { readonly from: string; readonly to: string };

/** A review looks at what matters, not at every record; the number of all stands beside. */
const mostListed = 25;

/** The twelve inputs from the data as they are now, for the review's period; seen with the eyes of the management. */
export async function buildInputs(tx: Tx, house: House, review: About): Promise<ReviewInput[]> {
  if (review.periodFrom === null || review.periodTo === null) return [];
  const { settings } = house.reference;
  const period = {
    from: startOf(settings, review.periodFrom),
    to: startOf(settings, review.periodTo, 1),
  };
  const inputs: ReviewInput[] = [];
  for (const key of inputKeys) inputs.push(await build(tx, house, review, key, period));
  return inputs;
}

async function build(
  tx: Tx,
  house: House,
  review: About,
  key: InputKey,
  period: Period,
): Promise<ReviewInput> {
  const { types, figures, lists } = sources[key];
  const said = [];
  for (const name of figures) {
    const figure = await figureOf(tx, house, name, period);
    if (figure) said.push(figure);
  }
  const shown = [];
  for (const list of lists) if (house.types.has(list.type)) shown.push(await listed(tx, house, list, period));
  if (key === 'actions') shown.unshift(await earlierDecisions(tx, review.id, period));
  const built = types.some((type) => house.types.has(type));
  const says =
    said.some(({ n, value }) => n > 0 || (value !== null && value !== 0)) || shown.some(({ n }) => n > 0);
  return { key, status: !built ? 'not_built' : says ? 'filled' : 'empty', figures: said, lists: shown };
}

/** The figure of the period, and of the one before it of equal length. */
async function figureOf(
  tx: Tx,
  house: House,
  key: string,
  period: Period,
): Promise<ReviewInput['figures'][number] | undefined> {
  const measure = measureNamed(house, key);
  if (!measure) return undefined;
  const length = Date.parse(period.to) - Date.parse(period.from);
  const earlier = { from: new Date(Date.parse(period.from) - length).toISOString(), to: period.from };
  const now = await evaluate(tx, house, measure, system(), {}, period);
  const then = await evaluate(tx, house, measure, system(), {}, earlier);
  return {
    key,
    unit: measure.unit,
    value: now.value,
    n: now.n,
    before: then.value,
    beforeN: then.n,
    records: now.records.all ?? '',
  };
}

type Item = ReviewInput['lists'][number]['items'][number];

async function listed(tx: Tx, house: House, { key, type, where }: Listed, { from, to }: Period) {
  const known = house.types.get(type);
  const table = known ? tableOf(known) : type;
  const { rows } = await sql<Item & { n: number }>`
    select r.id, r.number, r.title, r.state, o.title as owner, null as "dueOn", (count(*) over ())::int as n
    from record r join ${sql.raw(table)} t on t.id = r.id left join record o on o.id = r.owner_id
    where ${sql.raw(`r.type = '${type}'`)} and ${where(from, to)} order by r.id desc limit ${mostListed}`.execute(tx.db);
  return { key, type, n: rows[0]?.n ?? 0, items: rows.map(({ n: _n, ...item }) => item) };
} // prettier-ignore

/** Decisions of earlier reviews: what was done about them in the period, and all that is still open, however old. */
async function earlierDecisions(tx: Tx, reviewId: string, { from }: Period) {
  const rows = await tx.run<Item & { n: number }>(
    'review_earlier_decisions',
    `select a.id, r.number, r.title, r.state, o.title as owner, a.due_on::text as "dueOn", (count(*) over ())::int as n
     from action_item a join record s on s.id = a.source_id and s.type = 'management-review' and s.id <> $1
       join record r on r.id = a.id left join record o on o.id = r.owner_id
     where r.state = 'open' or (r.state <> 'cancelled' and r.updated_at >= $2::timestamptz) order by r.state = 'open' desc, a.due_on limit 60`,
    [reviewId, from],
  );
  return {
    key: 'decisions_earlier',
    type: 'action-item',
    n: rows[0]?.n ?? 0,
    items: rows.map(({ n: _n, ...item }) => item),
  };
}

export const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

type Change = {
  readonly input: InputKey;
  readonly kind: 'figure' | 'list';
  readonly key: string;
  readonly was: number | null;
  readonly is: number | null;
  readonly wasN: number;
  readonly isN: number;
};

/** What would be said now and was not then: the records have changed, what was decided on has not. */
export function differences(frozen: readonly ReviewInput[], now: readonly ReviewInput[]): Change[] {
  const later = new Map(now.map((input) => [input.key, input]));
  return frozen.flatMap(({ key: input, figures, lists }) => {
    const after = later.get(input);
    const ofFigures = figures.flatMap((was): Change[] => {
      const is = after?.figures.find(({ key }) => key === was.key);
      const same = is && is.value === was.value && is.n === was.n;
      return !is || same ? [] : [{ input, kind: 'figure', key: was.key, was: was.value, is: is.value, wasN: was.n, isN: is.n }];
    });
    const ofLists = lists.flatMap((was): Change[] => {
      const is = after?.lists.find(({ key }) => key === was.key);
      const ids = (list: typeof was) => list.items.map(({ id, state }) => `${id} ${state}`).join();
      const same = is && is.n === was.n && ids(is) === ids(was);
      return !is || same ? [] : [{ input, kind: 'list', key: was.key, was: was.n, is: is.n, wasN: was.n, isN: is.n }];
    });
    return [...ofFigures, ...ofLists];
  });
} // prettier-ignore

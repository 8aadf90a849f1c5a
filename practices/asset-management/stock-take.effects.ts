import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { assetByCode, type Found } from './asset.queries.ts';
import type { StockTake } from './stock-take.fields.ts';
import type { Decision, Result } from './stock-take.results.ts';
import { decideLine, freezeList, lineById, lineOf, missWhatIsPending, reopenMissing, writeCount, type Counts, type Line } from './stock-take.store.ts'; // prettier-ignore

type Effect = (work: Work, take: StockTake, actor: Actor, context: Context) => Promise<void>;

const iso = (at: number) => new Date(at).toISOString();
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export type CountFacts = {
  readonly asset: (Found & { readonly location: string | null; readonly countable: boolean }) | undefined;
  readonly line: Line | undefined;
  readonly code: string;
};

/** Which asset a code means, where the register has it, and whether this stock-take expects it. */
export async function countFacts(work: Work, take: StockTake, input: Context['input']): Promise<CountFacts> {
  const code = String(input['code']).trim();
  const found = await assetByCode(work, code);
  const [row] = found
    ? await work.run<{ location: string | null; state: string }>(
        'counted_asset',
        'select a.location, r.state from asset a join record r on r.id = a.id where a.id = $1',
        [found.id],
      )
    : [];
  const closed = row?.state === 'disposed' || row?.state === 'cancelled';
  const asset = found && { ...found, location: row?.location ?? null, countable: !closed };
  return { asset, code, line: await lineOf(work, take.id, found?.id ?? null, code) };
}

const plain = (place: string) => place.trim().toLowerCase();

/** "Building A" is where "Building A / 3rd floor" is; who names no place saw it in its own. */
const isThere = (seen: string | null, expected: string | null) =>
  seen === null ||
  expected === null ||
  plain(expected) === plain(seen) ||
  plain(expected).startsWith(`${plain(seen)} `);

/** Found where it should be, found elsewhere, or here without being expected. */
export const resultOf = (line: Line | undefined, location: string | null): Result =>
  line?.expected !== true ? 'unexpected' : isThere(location, line.expectedLocation) ? 'found' : 'elsewhere';

const openOf = (result: Result | undefined, decision: string | null | undefined) =>
  (result === 'elsewhere' || result === 'missing' || result === 'unexpected') && !decision ? 1 : 0;

const counterOf: Readonly<Partial<Record<Result, keyof Counts>>> = {
  found: 'foundCount', elsewhere: 'elsewhereCount', missing: 'missingCount', unexpected: 'unexpectedCount',
}; // prettier-ignore

/** The counters after one line changed: recounting a hundred thousand lines for each label would take the phone's time. */
export function movedCounts(take: StockTake, line: Line | undefined, result: Result): Partial<StockTake> {
  const counts: Counts = { ...take };
  const add = (key: keyof Counts | undefined, n: number) =>
    key === undefined ? counts : Object.assign(counts, { [key]: (counts[key] ?? 0) + n });
  add(line && counterOf[line.result], -1);
  add(counterOf[result], 1);
  add('openDifferences', openOf(result, null) - openOf(line?.result, line?.decision));
  const { foundCount, elsewhereCount, missingCount, unexpectedCount, openDifferences } = counts;
  return { foundCount, elsewhereCount, missingCount, unexpectedCount, openDifferences };
}

export const start: Effect = async (work, take) => {
  await freezeList(work, take);
};

export const count: Effect = async (work, take, actor, { at, input, facts }) => {
  const { asset, line, code } = facts as CountFacts;
  const location = text(input['location']);
  const result = resultOf(line, location);
  await writeCount(work, {
    takeId: take.id,
    line,
    assetId: asset?.id ?? null,
    tag: code,
    result,
    location,
    note: text(input['note']),
    at: iso(at),
    byId: actor.id,
  });
  if (asset?.countable === true)
    await act(work, { type: 'asset', id: asset.id }, 'counted', system(), { countResult: result }, { at, detail: { stockTake: take.number } }); // prettier-ignore
};

export const finish: Effect = async (work, take, _actor, { at }) => {
  await missWhatIsPending(work, take.id);
  const missing = await work.run<{ id: string }>(
    'stock_take_missing_assets',
    `select l.asset_id as id from stock_take_line l join record r on r.id = l.asset_id
     where l.stock_take_id = $1 and l.result = 'missing' and l.decision is null
       and r.state in ('received', 'in_use', 'in_repair', 'in_stock', 'retired') order by l.asset_id`,
    [take.id],
  );
  for (const { id } of missing)
    await act(work, { type: 'asset', id }, 'counted', system(), { countResult: 'missing' }, { at, detail: { stockTake: take.number } }); // prettier-ignore
};

export const goOn: Effect = async (work, take) => {
  await reopenMissing(work, take.id);
};

/** A decision is more than a tick: it corrects the register, or takes the thing out of it, by who decides. */
export const resolve: Effect = async (work, take, actor, { at, input }) => {
  const line = await lineById(work, take.id, String(input['lineId']));
  if (!line) return;
  const decision = String(input['decision']) as Decision;
  const reason = String(input['reason']);
  await decideLine(work, line.id, { decision, reason, at: iso(at), byId: actor.id });
  if (line.assetId === null) return;
  const named = { type: 'asset', id: line.assetId };
  const options = { at, detail: { stockTake: take.number } };
  if (decision === 'register_corrected' && line.location !== null)
    await act(work, named, 'move', actor, { location: line.location, reason }, options);
  if (decision === 'lost') await act(work, named, 'retire', actor, { retireCode: 'lost', reason }, options);
  if (decision === 'retired')
    await act(work, named, 'retire', actor, { retireCode: 'end_of_life', reason }, options);
};

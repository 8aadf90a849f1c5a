import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { found, standing } from './difference.store.ts';
import type { FoundDifference } from './feed.difference.ts';
import { planning, type LineResult, type Verification } from './verification.fields.ts';
import { correctedItems, drawSample, linesOf, sampleItem, writeCheck, type Line } from './verification.store.ts'; // prettier-ignore

type Effect = (work: Work, verification: Verification, actor: Actor, context: Context) => Promise<void>;
export type Told = { readonly field: string; readonly result: LineResult; readonly found?: unknown };

const iso = (at: number) => new Date(at).toISOString();
export const newSeed = () => randomBytes(8).toString('hex');
const toldIn = ({ input }: Context) => (input['results'] ?? []) as readonly Told[];

export const draw: Effect = async (work, verification) => {
  await drawSample(work, verification);
};

/** What is asked of one item: it is in the sample, and every attribute of it is answered once. */
export async function checkFacts(work: Work, verification: Verification, input: Context['input']) {
  const ciId = String(input['itemId']);
  const item = await sampleItem(work, verification.id, ciId);
  return { item, lines: item ? await linesOf(work, verification.id, [ciId]) : [] };
}

/** Written down; what is wrong becomes a difference, to be corrected like any other: never on the way past. */
export const check: Effect = async (work, verification, actor, context) => {
  const { input, at, facts } = context;
  const ciId = String(input['itemId']);
  const present = input['present'] !== false;
  const told = present ? toldIn(context) : [];
  const { item, lines } = facts as Awaited<ReturnType<typeof checkFacts>>;
  await writeCheck(work, verification.id, ciId, { present, note: (input['note'] as string | undefined) ?? null, at: iso(at), byId: actor.id },
    present ? told.map(({ field, result, found: value }) => ({ field, result, found: value ?? null })) : lines.map(({ field }) => ({ field, result: 'wrong' as const, found: null })));
  const wanted = present
    ? told.filter(({ result }) => result !== 'right').map((one) => attribute(verification, ciId, item, lines, one))
    : [missing(verification, ciId, item)];
  await become(work, verification, `verification:${verification.number}|${ciId}|`, wanted, at);
  const allRight = present && told.every(({ result }) => result === 'right');
  if (allRight && item && item.state !== 'planned')
    await act(work, { type: 'ci', id: ciId }, 'verify', actor, {}, { at, detail: { verification: verification.number } });
}; // prettier-ignore

type Item = Awaited<ReturnType<typeof sampleItem>>;
const about = (ciId: string, item: Item) => ({
  ciId,
  title: item?.title ?? '',
  ownerId: item?.ownerId ?? null,
});

const attribute = (of: Verification, ciId: string, item: Item, lines: readonly Line[], told: Told): FoundDifference => ({
  ...about(ciId, item),
  key: `verification:${of.number}|${ciId}|${told.field}`,
  kind: 'attribute',
  field: told.field,
  recorded: lines.find(({ field }) => field === told.field)?.recorded ?? null,
  found: told.found ?? null,
}); // prettier-ignore

const missing = (of: Verification, ciId: string, item: Item): FoundDifference => ({
  ...about(ciId, item),
  key: `verification:${of.number}|${ciId}|missing`,
  kind: 'missing_item',
  recorded: { state: item?.state ?? '', number: item?.number ?? '' },
  found: null,
});

/** Checked again, what was noted before and is no longer so is no difference any more. */
async function become(
  work: Work,
  of: Verification,
  prefix: string,
  wanted: readonly FoundDifference[],
  at: number,
): Promise<void> {
  const before = await standing(work, 'verification_id', of.id);
  for (const one of wanted)
    if (!isDeepStrictEqual(before.get(one.key)?.found, one.found) || !before.has(one.key))
      await found(work, one, before.get(one.key), { verificationId: of.id }, at);
  const still = new Set(wanted.map(({ key }) => key));
  for (const [key, { id }] of before)
    if (key.startsWith(prefix) && !still.has(key))
      await act(work, { type: 'difference', id }, 'vanish', system(), {}, { at });
}

/** There, and not in the record: completeness is measured by it, and it waits to be recorded. */
export const reportUnrecorded: Effect = async (work, verification, _actor, { input, at }) => {
  const { title, classKey, serialNumber, location } = input as Readonly<Record<string, string | undefined>>;
  const key = `verification:${verification.number}|new|${serialNumber ?? title}`.slice(0, 900);
  const item = { title, classKey, ...(serialNumber ? { serialNumber } : {}), ...(location ? { location } : {}) };
  await found(
    work,
    { key, kind: 'new_item', title: title ?? '', found: item },
    undefined,
    { verificationId: verification.id },
    at,
  );
}; // prettier-ignore

/** Corrected meanwhile, they count as verified; and the next campaign stands there already. */
export const close: Effect = async (work, verification, actor, { at }) => {
  const detail = { verification: verification.number };
  for (const id of await correctedItems(work, verification.id))
    await act(work, { type: 'ci', id }, 'verify', actor, {}, { at, detail });
  const { nextDueOn, intervalMonths } = verification;
  if (intervalMonths === null || nextDueOn === null) return;
  const again = Object.fromEntries(
    planning
      .filter((key) => key !== 'seed')
      .map((key) => [key, verification[key]])
      .filter(([, value]) => value !== null),
  );
  await create(work, 'verification', actor, { ...again, dueOn: nextDueOn }, { at, detail: { after: verification.number } }); // prettier-ignore
};

export const count = async (work: Work, { id }: Verification, { at }: Context): Promise<void> => {
  await act(work, { type: 'verification', id }, 'counted', system(), {}, { at });
};

import { system, type Actor } from '../../kernel/access/actor.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { begin, create } from '../../kernel/record/act.ts';
import { newId } from '../../kernel/record/id.ts';
import { conflict } from '../../platform/http/problem.ts';
import { ciClasses, classCalled } from './class.snapshot.ts';
import { itemNamed } from './ci.queries.ts';
import { initialLoad } from './ci.settings.ts';
import { compare, foundItem } from './feed.compare.ts';
import type { Feed } from './feed.fields.ts';
import type { Read, ReadItem } from './feed.read.ts';
import { beatRun, type FeedRun } from './feed.run.store.ts';
import { circles, refusedByClass, type Draft } from './relation.judge.ts';
import { endsCalled, insertRelations } from './relation.store.ts';
import { relationEvents } from './relation.trail.ts';
import { knowAs } from './source-item.store.ts';

const atOnce = 100;
const iso = (at: number) => new Date(at).toISOString();

/**
 * The first run of a feed while the initial load lasts: what is not here yet is recorded as planned, by whoever started
 * it; another person approves it. What is here already is left as it is, and compared by the next run.
 */
export async function load(house: House, feed: Feed, run: FeedRun, read: Read, total: number) {
  if (!house.reference.settings.get(initialLoad).value.open) throw conflict('ci.initial_load_over');
  // Its reach as a person was judged when it was started; what the software may do is not lent to their name.
  const actor: Actor = { ...system('import'), id: run.byId };
  const { fresh, known, matched } = await begin(house, (work) => compare(work, { ...feed, shrinkPercent: 100 }, { ...read, relations: [], tells: { items: false, relations: false } }));
  const origin = feed.origin ?? '';
  await begin(house, (work) => knowAs(work, origin, known, iso(house.now())));
  for (let i = 0; i < fresh.length; i += atOnce) {
    await begin(house, async (work) => {
      for (const item of fresh.slice(i, i + atOnce)) await record(work, actor, origin, item);
      await beatRun(work, run.id, Math.min(i + atOnce, total), total);
    });
  }
  const related = await begin(house, (work) => relate(work, actor, origin, read));
  return { created: fresh.length, matched: matched.size, ...related };
} // prettier-ignore

async function record(work: Work, actor: Actor, origin: string, item: ReadItem): Promise<void> {
  const { unnamed, classKey, ...rest } = foundItem(item);
  const classId = classCalled(work.house.reference.get(ciClasses), classKey)?.id ?? '';
  const unique = item.cls.uniqueNames && unnamed !== true;
  const taken = unique && (await itemNamed(work, rest.title, classId, rest.location ?? null, newId())) !== null;
  const issue = unnamed === true ? 'unnamed' : taken ? 'duplicate' : undefined;
  const { id } = await create(
    work,
    'ci',
    actor,
    { ...rest, classId, ...(issue ? { nameIssue: issue } : {}) },
    { origin: { source: origin, sourceRef: item.ref ?? `${classKey}/${rest.title}/${item.row}`.slice(0, 300) } },
  );
  if (item.ref !== null) await knowAs(work, origin, [{ ref: item.ref, id }], iso(work.house.now()));
} // prettier-ignore

async function relate(work: Work, actor: Actor, origin: string, { relations }: Read) {
  const ends = await endsCalled(work, [...new Set(relations.flatMap(({ from, to }) => [from, to]))], origin);
  const drafts = relations.flatMap((one): Draft[] => {
    const [from, to] = [ends.get(one.from), ends.get(one.to)];
    if (from === undefined || from === 'several' || to === undefined || to === 'several') return [];
    const draft = { from, kind: one.kind, to };
    return refusedByClass(work.house, draft) ? [] : [draft];
  });
  const closed = await circles(work, drafts);
  const good = drafts.filter((draft) => !closed.has(draft));
  const at = work.house.now();
  const rows = good.map(({ from, kind, to }) => ({ id: newId(at), fromId: from.id, kind, toId: to.id, group: null, groupNeeds: 1 })); // prettier-ignore
  const made = await insertRelations(work, rows, { at: iso(at), by: actor.id, source: origin });
  await relationEvents(
    work,
    good.filter((_draft, i) => made.has(rows[i]?.id ?? '')),
    { verb: 'relate', at, by: actor.id, channel: 'import', detail: { source: { system: origin } } },
  );
  if (made.size > 0) work.touched.add('ci');
  return { related: made.size, notRelated: relations.length - good.length };
}

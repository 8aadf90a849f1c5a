import type { Work } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { mustNotShrink, placed, type FoundDifference } from './feed.difference.ts';
import type { Feed } from './feed.fields.ts';
import type { KnownItem } from './feed.known.ts';
import type { Read, ReadItem } from './feed.read.ts';
import type { RelationKind } from './relation.kinds.ts';
import { endsCalled } from './relation.store.ts';

type Recorded = {
  readonly id: string;
  readonly fromId: string;
  readonly kind: RelationKind;
  readonly toId: string;
  readonly from: string;
  readonly to: string;
  readonly fromTitle: string;
  readonly toTitle: string;
};

/** A cable has no direction, so whichever end a source begins with. */
const keyOf = (from: string, kind: RelationKind, to: string) =>
  kind === 'connects_to' && from > to ? `${to}|${kind}|${from}` : `${from}|${kind}|${to}`;

/** Relations that the source has and the record has not, and the reverse. */
export async function comparedRelations(
  work: Work,
  feed: Feed,
  read: Read,
  known: ReadonlyMap<string, KnownItem>,
  found: ReadonlyMap<ReadItem, KnownItem>,
  gone: readonly KnownItem[],
): Promise<readonly FoundDifference[]> {
  const origin = feed.origin ?? '';
  const items = new Map<string, KnownItem>(known);
  for (const [{ ref }, one] of found) if (ref !== null) items.set(ref, one);
  const byId = new Map([...items.values()].map((one) => [one.id, one]));
  const titles = new Map(read.items.map(({ ref, title, ownWord }) => [ref, title ?? ownWord]));
  const asked = [...new Set(read.relations.flatMap(({ from, to }) => [from, to]))].filter((text) => !items.has(text));
  const others = await endsCalled(work, asked, origin);
  const idOf = (text: string): string | undefined => {
    const end = others.get(text);
    return items.get(text)?.id ?? (end === undefined || end === 'several' ? undefined : end.id);
  };
  const titleOf = (text: string) => {
    const end = others.get(text);
    return items.get(text)?.title ?? (end && end !== 'several' ? end.title : (titles.get(text) ?? text));
  };
  const ends = [...new Set(read.relations.flatMap(({ from, to }) => [idOf(from) ?? [], idOf(to) ?? []].flat()))];
  const there = new Set((await relationsAmong(work, ends)).map((one) => keyOf(one.fromId, one.kind, one.toId)));
  const said = new Set<string>();
  const fresh: FoundDifference[] = [];
  for (const { from, kind, to } of read.relations) {
    const [fromId, toId] = [idOf(from), idOf(to)];
    const key = keyOf(fromId ?? `?${from}`, kind, toId ?? `?${to}`);
    if (said.has(key)) continue;
    said.add(key);
    if (there.has(key)) continue;
    const one = fromId === undefined ? undefined : byId.get(fromId);
    fresh.push({
      key: [origin, 'new_relation', from, kind, to].join('|').slice(0, 900), kind: 'new_relation', title: `${titleOf(from)} → ${titleOf(to)}`.slice(0, 200),
      field: kind, ref: from, found: kind, recorded: null, relation: { kind, from, to, fromTitle: titleOf(from), toTitle: titleOf(to) },
      ...(one ? { ciId: one.id, ...placed(one) } : {}),
    });
  }
  const lost = await lostRelations(work, feed, said, new Set(gone.map((one) => one.id)));
  return [...fresh, ...lost.map((one): FoundDifference => {
    const end = byId.get(one.fromId);
    return {
      key: [origin, 'missing_relation', one.id].join('|'), kind: 'missing_relation', title: `${one.fromTitle} → ${one.toTitle}`.slice(0, 200),
      field: one.kind, recorded: one.kind, found: null,
      relation: { id: one.id, kind: one.kind, from: one.from, to: one.to, fromTitle: one.fromTitle, toTitle: one.toTitle },
      ...(end ? { ciId: end.id, ...placed(end) } : {}),
    };
  })];
} // prettier-ignore

/** Those of this source that it does not name any more. What is itself gone takes its relations along. */
async function lostRelations(work: Work, feed: Feed, said: ReadonlySet<string>, gone: ReadonlySet<string>) {
  const recorded = await relationsOfSource(work, feed.origin ?? '');
  const asked = recorded.filter((one) => !gone.has(one.fromId) && !gone.has(one.toId));
  const lost = asked.filter((one) => !said.has(keyOf(one.fromId, one.kind, one.toId)));
  mustNotShrink('relations', asked.length, lost.length, feed);
  return lost;
}

const relationsOfSource = (tx: Tx, origin: string) =>
  tx.run<Recorded>(
    'feed_relations_of_source',
    `select e.id, e.from_id as "fromId", e.kind, e.to_id as "toId", f.number as "from", t.number as "to",
       f.title as "fromTitle", t.title as "toTitle"
     from ci_relation e join record f on f.id = e.from_id join record t on t.id = e.to_id
     where e.source = $1 and e.until is null order by e.id`,
    [origin],
  );

const relationsAmong = (tx: Tx, ids: readonly string[]) =>
  tx.run<Pick<Recorded, 'fromId' | 'kind' | 'toId'>>(
    'feed_relations_among',
    `select from_id as "fromId", kind, to_id as "toId" from ci_relation
     where from_id = any($1::uuid[]) and to_id = any($1::uuid[]) and until is null`,
    [ids],
  );

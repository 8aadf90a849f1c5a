import { isDeepStrictEqual } from 'node:util';
import type { Work } from '../../kernel/practice/house.ts';
import { ciClasses, type CiClasses } from './class.snapshot.ts';
import type { FoundItem } from './difference.fields.ts';
import { mustNotShrink, placed, type FoundDifference } from './feed.difference.ts';
import type { Feed } from './feed.fields.ts';
import { classesIn, itemsOfSource, matched, type KnownItem } from './feed.known.ts';
import type { Read, ReadItem } from './feed.read.ts';
import { comparedRelations } from './feed.relations.ts';

export type Compared = {
  readonly differences: readonly FoundDifference[];
  /** By which identifier the source means which item. */
  readonly known: readonly { readonly ref: string; readonly id: string }[];
  readonly matched: ReadonlyMap<ReadItem, KnownItem>;
  readonly fresh: readonly ReadItem[];
  readonly missing: number;
  /** Items whose rows could not be read whole: what was said of them before still stands. */
  readonly unread: ReadonlySet<string>;
};

/** What the source says beside what is recorded. Nothing is written here. */
export async function compare(work: Work, feed: Feed, read: Read): Promise<Compared> {
  const classes = work.house.reference.get(ciClasses);
  const known = await itemsOfSource(work, feed.origin ?? '');
  const scope = classesIn(classes, feed.scopeClassId);
  const inScope = (classId: string) => scope === null || scope.includes(classId);
  const items = read.items.filter((item) => inScope(item.cls.id));
  const found = await matched(work, feed, known, items);
  const differences: FoundDifference[] = [];
  for (const [item, one] of found) differences.push(...attributesDiffer(feed, classes, item, one));
  const fresh = items.filter((item) => !found.has(item));
  for (const item of fresh) differences.push(newItem(feed, item));
  const unread = new Set(read.problems.flatMap(({ ref }) => (ref === null ? [] : (known.get(ref)?.id ?? []))));
  const gone: KnownItem[] = [];
  if (read.tells.items) {
    const there = new Set([...found.values()].map((one) => one.id));
    const before = new Map([...known.values()].filter((one) => inScope(one.classId)).map((one) => [one.id, one]));
    gone.push(...[...before.values()].filter((one) => !there.has(one.id) && !unread.has(one.id)));
    mustNotShrink('items', before.size, gone.length, feed);
    const refOf = new Map([...known].map(([ref, one]) => [one.id, ref]));
    for (const one of gone)
      differences.push({ key: keyOf(feed, 'missing_item', one.id), kind: 'missing_item', title: one.title, ciId: one.id, ref: refOf.get(one.id) ?? null, recorded: { state: one.state, number: one.number }, found: null, ...placed(one) });
  }
  if (read.tells.relations) differences.push(...(await comparedRelations(work, feed, read, known, found, gone)));
  return {
    differences,
    known: [...found].flatMap(([{ ref }, { id }]) => (ref === null ? [] : [{ ref, id }])),
    matched: found,
    fresh,
    missing: gone.length,
    unread,
  };
} // prettier-ignore

const keyOf = (feed: Feed, ...parts: readonly string[]) => [feed.origin, ...parts].join('|').slice(0, 900);

function attributesDiffer(feed: Feed, classes: CiClasses, item: ReadItem, one: KnownItem): FoundDifference[] {
  const recordedOf = (field: string): unknown =>
    field === 'classId'
      ? (classes.get(one.classId)?.key ?? null)
      : field.startsWith('attributes.')
        ? (one.attributes[field.slice('attributes.'.length)] ?? null)
        : ((one as unknown as Record<string, unknown>)[field] ?? null);
  const told: Record<string, unknown> = { classId: item.cls.key, ...item.values };
  // A name that somebody gave to what had none is theirs.
  if (item.title !== undefined) told['title'] = item.title;
  return Object.entries(told).flatMap(([field, value]) => {
    const recorded = recordedOf(field);
    return isDeepStrictEqual(recorded, value)
      ? []
      : [{ key: keyOf(feed, 'attribute', one.id, field), kind: 'attribute' as const, title: one.title, ciId: one.id, ref: item.ref, field, recorded, found: value, ...placed(one) }];
  });
} // prettier-ignore

/** What an item would be recorded as. */
export function foundItem({ title, ownWord, cls, values, ref, row }: ReadItem): FoundItem {
  const own = Object.entries(values);
  const attributes = Object.fromEntries(
    own.flatMap(([key, value]) =>
      key.startsWith('attributes.') ? [[key.slice('attributes.'.length), value]] : [],
    ),
  );
  const rest = Object.fromEntries(own.filter(([key]) => !key.startsWith('attributes.')));
  const name = title ?? (ownWord === '' ? `${cls.label.en} ${ref ?? row}`.slice(0, 200) : ownWord);
  return {
    ...rest,
    title: name,
    classKey: cls.key,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(title === undefined ? { unnamed: true as const } : {}),
  };
}

function newItem(feed: Feed, item: ReadItem): FoundDifference {
  const found = foundItem(item);
  const identity = item.ref ?? String(item.values['serialNumber'] ?? `${found.classKey}/${found.title}`);
  return {
    key: keyOf(feed, 'new_item', identity),
    kind: 'new_item',
    title: found.title,
    ref: item.ref,
    found,
  };
}

import type { Tx } from '../../platform/db/tx.ts';
import type { Attributes } from './ci.fields.ts';
import { lineage, type CiClasses } from './class.snapshot.ts';
import type { Feed } from './feed.fields.ts';
import type { ReadItem } from './feed.read.ts';

export type KnownItem = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly serviceId: string | null;
  readonly nameIssue: string | null;
  readonly classId: string;
  readonly serialNumber: string | null;
  readonly location: string | null;
  readonly description: string | null;
  readonly criticality: string | null;
  readonly attributes: Attributes;
};
const columns = `r.id, r.number, r.title, r.state, r.owner_id as "ownerId", r.service_id as "serviceId", c.class_id as "classId",
  c.name_issue as "nameIssue", c.serial_number as "serialNumber", c.location, c.description, c.criticality, c.attributes`;

export const classesIn = (classes: CiClasses, scope: string | null): readonly string[] | null =>
  scope === null
    ? null
    : [...classes.values()].filter((c) => lineage(classes, c.id).some((up) => up.id === scope)).map((c) => c.id); // prettier-ignore

/** Every item in use that this source has told of, by its identifiers there. */
export async function itemsOfSource(tx: Tx, origin: string): Promise<ReadonlyMap<string, KnownItem>> {
  const rows = await tx.run<KnownItem & { ref: string }>(
    'feed_items_of_source',
    `with known (ref, id, rank) as (
       select ref, record_id, 1 from source_item where source = $1
       union all select source_ref, id, 2 from record where type = 'ci' and source = $1)
     select distinct on (k.ref) k.ref, ${columns} from known k join record r on r.id = k.id join ci c on c.id = k.id
     where r.open order by k.ref, k.rank`,
    [origin],
  );
  return new Map(rows.map(({ ref, ...item }) => [ref, item]));
}

/** Which recorded item each row means: by identifier, serial number or name in its class; each item at most once. */
export async function matched(
  tx: Tx,
  feed: Feed,
  known: ReadonlyMap<string, KnownItem>,
  items: readonly ReadItem[],
): Promise<ReadonlyMap<ReadItem, KnownItem>> {
  const found = new Map<ReadItem, KnownItem>();
  const claimed = new Set<string>();
  const claim = (item: ReadItem, one: KnownItem | undefined) => {
    if (!one || claimed.has(one.id)) return;
    claimed.add(one.id);
    found.set(item, one);
  };
  const byRef = (item: ReadItem) => (item.ref === null ? undefined : known.get(item.ref));
  const keys = feed.matchBy ?? ['ref'];
  // Whom the source names by identifier is nobody else's, whatever serial number another row repeats.
  const named = new Set(items.flatMap((item) => byRef(item)?.id ?? []));
  for (const key of keys) {
    const left = items.filter((item) => !found.has(item) && (key === 'ref' || !keys.includes('ref') || !byRef(item)));
    if (key === 'ref') for (const item of left) claim(item, byRef(item));
    else {
      const text = (item: ReadItem) => key === 'serial' ? String(item.values['serialNumber'] ?? '').toLowerCase() : (item.title ?? '').toLowerCase();
      const candidates = await lookedUp(tx, key, [...new Set(left.map(text))].filter((one) => one !== ''));
      const asked = Map.groupBy(left, (item) => `${text(item)}|${key === 'name' ? item.cls.id : ''}`);
      for (const [same, rows] of asked) {
        const [row] = rows;
        const fit = (candidates.get(same.split('|')[0] ?? '') ?? []).filter((one) => (key === 'serial' || one.classId === row?.cls.id) && !(keys.includes('ref') && named.has(one.id)));
        // Of two rows or two items that are called alike nobody can tell which is which.
        if (row && rows.length === 1 && fit.length === 1) claim(row, fit[0]);
      }
    }
  }
  return found;
} // prettier-ignore

async function lookedUp(
  tx: Tx,
  key: 'serial' | 'name',
  texts: readonly string[],
): Promise<ReadonlyMap<string, KnownItem[]>> {
  if (texts.length === 0) return new Map();
  const by = key === 'serial' ? 'lower(c.serial_number)' : 'lower(r.title)';
  const rows = await tx.run<KnownItem & { text: string }>(
    `feed_items_by_${key}`,
    `select ${by} as text, ${columns} from record r join ci c on c.id = r.id
     where r.type = 'ci' and r.open and ${by} = any($1::text[])`,
    [texts],
  );
  return Map.groupBy(rows, (row) => row.text);
}

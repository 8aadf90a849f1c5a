import type { Actor } from '../access/actor.ts';
import type { Work } from '../practice/house.ts';
import { createMany } from '../record/create-many.ts';
import type { Converted } from './converted.ts';
import { creatable } from './suggest.ts';

type Named = Converted['names'][number];
/** An id; `several`: more than one record bears the name; undefined: nobody does. */
export type Found = { readonly id: string } | 'several' | undefined;
export type Resolved = (name: Named) => Found;

const keyOf = (types: readonly string[], text: string) => `${types.join()}|${text.toLowerCase()}`;

/**
 * Whom the names of a batch of rows mean: a number, an e-mail address, the number in the other system, or a title that
 * one record alone bears. What may be created and is not here is made first, through the kernel, once per name.
 */
export async function resolveNames(
  work: Work,
  names: readonly Named[],
  source: string,
  actor: Actor,
  make: boolean,
  detail: object,
): Promise<Resolved> {
  const found = new Map<string, Found>();
  for (const [list, group] of Map.groupBy(names, (n) => n.to.join())) {
    const types = list.split(',');
    for (const [key, found_] of await look(work, types, [...new Set(group.map((n) => n.text))], source))
      found.set(key, found_);
    const type = types.find((t) => creatable.includes(t));
    const missing = Map.groupBy(
      group.filter((n) => n.create && !found.has(keyOf(types, n.text))),
      (n) => n.text.toLowerCase(),
    );
    if (!type || missing.size === 0 || !make) continue;
    const firsts = [...missing.values()].flatMap((some) => some[0] ?? []);
    const items = firsts.map((n) => ({
      input: { title: n.text.slice(0, 200), ...extra(type, n) },
      origin: { source, sourceRef: n.text.slice(0, 400) },
    }));
    const ids = await createMany(work, type, actor, items, { source: detail });
    firsts.forEach((n, i) => found.set(keyOf(types, n.text), { id: ids[i] ?? '' }));
  }
  return (name) => found.get(keyOf(name.to, name.text));
}

function extra(type: string, { field, text }: Named): object {
  if (type === 'person')
    return {
      kind: field === 'requesterId' ? 'user' : 'staff',
      ...(/^\S+@\S+\.\S+$/.test(text) ? { email: text.toLowerCase() } : {}),
    };
  if (type === 'organisation') return { kind: field === 'customerId' ? 'customer' : 'own_unit' };
  return {};
}

async function look(
  work: Work,
  types: readonly string[],
  texts: readonly string[],
  source: string,
): Promise<[string, Found][]> {
  const rows = await work.run<{ text: string; id: string; rank: number; n: number }>(
    'import_resolve',
    `with wanted as (select text, lower(text) as low from unnest($2::text[]) as text),
     hit as (
       select w.text, r.id, 1 as rank from wanted w join record r on r.number = upper(split_part(w.text, ' ', 1)) and r.type = any($1)
       union all
       select w.text, p.id, 2 from wanted w join person p on lower(p.email) = w.low where 'person' = any($1)
       union all
       select w.text, r.id, 3 from wanted w join record r on r.type = any($1) and r.source = $3 and r.source_ref = w.text
       union all
       select w.text, r.id, 4 from record r join wanted w on lower(r.title) = w.low where r.type = any($1) and r.open
     ), best as (select text, min(rank) as rank from hit group by text)
     select h.text, min(h.id::text) as id, min(h.rank) as rank, count(distinct h.id) as n
     from hit h join best b on b.text = h.text and b.rank = h.rank group by h.text`,
    [types, texts, source],
  );
  return rows.map(({ text, id, n }) => [keyOf(types, text), n > 1 ? 'several' : { id }]);
}

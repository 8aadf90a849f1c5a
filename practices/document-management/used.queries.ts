import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { readRecord } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Place = {
  readonly type: string;
  readonly plural: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** Linked by somebody, named in a text, or superseding. */
  readonly why: 'link' | 'text' | 'supersedes' | 'superseded_by' | 'change';
};

const most = 100;

/**
 * Where a document is used: records linked with it, documents and articles in force that name its code, instructions of
 * request models that do, what it supersedes and the change it came by. Only what this reader may see.
 */
export async function usesOf(
  tx: Tx,
  house: House,
  actor: Actor,
  document: { id: string; code: string },
): Promise<Place[]> {
  const rows = await tx.run<{ number: string; type: string; why: Place['why'] }>(
    'document_uses',
    `select r.number, r.type, x.why from (
       select case when from_id = $1 then to_id else from_id end as id, 'link' as why from link where $1 in (from_id, to_id)
       union select d.id, 'text' from document d join document_version v on v.document_id = d.id and v.version = d.effective_version
         where d.id <> $1 and (strpos(coalesce(v.body_en, ''), $2) > 0 or strpos(coalesce(v.body_zh, ''), $2) > 0)
       union select a.id, 'text' from article a where strpos(coalesce(a.body_en, '') || coalesce(a.body_zh, ''), $2) > 0
       union select m.id, 'text' from request_model m where strpos(to_jsonb(m)::text, $2) > 0
       union select supersedes_id, 'supersedes' from document where id = $1 and supersedes_id is not null
       union select id, 'superseded_by' from document where supersedes_id = $1
       union select change_id, 'change' from document where id = $1 and change_id is not null
     ) x join record r on r.id = x.id order by x.why, r.number limit $3`,
    [document.id, document.code, most],
  ); // prettier-ignore
  const places: Place[] = [];
  for (const { number, type: name, why } of rows) {
    const type = typeNamed(house, name);
    const stored = await readRecord(tx, type, number);
    if (!stored || !mayView(type.access, actor, stored.record)) continue;
    const { title, state }: BaseRecord = stored.record;
    places.push({ type: name, plural: type.plural, number, title, state, why });
  }
  return places;
}

/** Practices that answer the clauses of a document: a document of 8.6 concerns those of 8.6.1, too. */
export function practicesOf(house: House, clauses: readonly string[]): { name: string; clauses: readonly string[] }[] {
  const asked = clauses.map((clause) => clause.replace(/-[a-z]{1,2}$/, ''));
  const meets = (theirs: string) =>
    asked.some((own) => own === theirs || own.startsWith(`${theirs}.`) || theirs.startsWith(`${own}.`));
  return house.practices.flatMap(({ name, clauses: all }) => {
    const found = all.filter(meets);
    return found.length === 0 ? [] : [{ name, clauses: found }];
  });
} // prettier-ignore

import type { Tx } from '../../platform/db/tx.ts';
import type { Language } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { References } from './present.ts';
import { tableOf } from './store.ts';

/** Reference data with a name in each language (`titleZh`) goes by the reader's; a record's own title is the English one. */
export async function inLanguage(
  tx: Tx,
  house: House,
  refs: References,
  language: Language,
): Promise<References> {
  if (language !== 'zh-CN') return refs;
  const told: Record<string, References[string]> = { ...refs };
  const byType = Map.groupBy(Object.keys(refs), (id) => refs[id]?.type);
  for (const type of house.types.values()) {
    const ids = 'titleZh' in type.fields ? byType.get(type.type) : undefined;
    if (!ids) continue;
    const rows = await tx.run<{ id: string; title: string | null }>(
      `local_titles_${type.type}`,
      `select id, title_zh as title from ${tableOf(type)} where id = any($1::uuid[])`,
      [ids],
    );
    for (const { id, title } of rows) {
      const ref = told[id];
      if (ref && title !== null) told[id] = { ...ref, title };
    }
  }
  return told;
}

import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';
import { keepers } from './ci.access.ts';
import { defaultClasses } from './class.defaults.ts';

/** The classes of the first day. Relations in a second round: classes name one another. */
export async function createClasses(work: Work, actor: Actor): Promise<void> {
  // Whoever sets the organisation up decides this once for it.
  const deciding: Actor = { ...actor, holdings: [...actor.holdings, { role: keepers[0] ?? '' }] };
  const ids = new Map<string, string>();
  for (const given of defaultClasses) {
    const { id } = await create(work, 'ci-class', deciding, {
      title: given.en,
      titleZh: given.zh,
      key: given.key,
      abstract: given.abstract === true,
      uniqueNames: given.sameNames !== true,
      attributes: given.attributes ?? [],
      ...(given.also ? { alsoCalled: given.also } : {}),
      ...(given.under ? { parentId: ids.get(given.under) } : {}),
    });
    ids.set(given.key, id);
  }
  for (const { key, relations } of defaultClasses)
    if (relations) await act(work, { type: 'ci-class', id: ids.get(key) ?? '' }, 'edit', deciding, { relations });
} // prettier-ignore

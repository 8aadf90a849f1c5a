import type { Actor } from '../../../kernel/access/actor.ts';
import type { Work } from '../../../kernel/practice/house.ts';
import { act, create } from '../../../kernel/record/act.ts';
import { system } from '../../../kernel/access/actor.ts';
import { systemUpgrade } from './system-upgrade.ts';

/** What a new organisation finds: the template for upgrades. Standard models it has to earn. */
export async function createTemplates(work: Work, actor: Actor): Promise<void> {
  const { id } = await create(work, 'change-model', system(actor.channel), systemUpgrade(actor.language));
  await act(work, { type: 'change-model', id }, 'authorise', system(actor.channel));
}

import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Incident } from './incident.fields.ts';
import { holdersOf } from './major.queries.ts';
import { noteIn } from './incident.trail.ts';

/** 5.3: the process has one owner, and a dispute about who does what is theirs to decide; who was told is in the trail. */
export async function informProcessOwner(
  work: Work,
  incident: Incident,
  actor: Actor,
  context: Context,
): Promise<void> {
  const holders = await holdersOf(work, ['incident-manager'], context.at);
  const people = [...new Set(holders.map(({ id }) => id))];
  await noteIn(work, incident.id, 'inform', actor, context.at, {
    role: 'incident-manager',
    people,
    why: 'dispute',
  });
  await notify(work, {
    kind: 'incident.disputed',
    recordId: incident.id,
    personIds: people.filter((id) => id !== actor.id),
    params: { by: actor.name, text: String(context.input['reason']) },
  });
}

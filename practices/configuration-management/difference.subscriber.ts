import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act } from '../../kernel/record/act.ts';
import { defineSubscriber, type ReadEvent } from '../../kernel/trail/subscriber.ts';
import { isLive } from './ci.fields.ts';
import { found, standing } from './difference.store.ts';

/** What an act notes besides what it changed. */
const notes = new Set(['unlinkedEditAt', 'changeRef', 'nameIssue', 'version', 'updatedAt']);

type About = {
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly serviceId: string | null;
};

/** 0.6: what was changed on a live item without a change is an unauthorised change until somebody shows otherwise. */
export const findUnlinkedEdits = defineSubscriber({
  name: 'configuration-unlinked-edits',
  on: ['ci'],
  actions: ['edit', 'relate', 'unrelate', 'justify_edit'],
  from: 'now',
  handle: async (work, events) => {
    for (const event of events) {
      if (event.action === 'justify_edit') await justified(work, event);
      else if (event.action === 'edit') await edited(work, event);
      else await related(work, event);
    }
  },
});

async function justified(work: Work, { recordId }: ReadEvent): Promise<void> {
  const key = `trail|edit|${recordId}`;
  const one = (await standing(work, 'subject_key', key)).get(key);
  if (one) await act(work, { type: 'difference', id: one.id }, 'vanish', system(), {});
}

async function edited(work: Work, event: ReadEvent): Promise<void> {
  if (typeof event.changes['unlinkedEditAt']?.[1] !== 'string') return;
  const about = await aboutItem(work, event.recordId);
  if (!about) return;
  const key = `trail|edit|${event.recordId}`;
  const before = (await standing(work, 'subject_key', key)).get(key);
  const changed = Object.entries(event.changes).filter(([field]) => !notes.has(field));
  const part = (at: 0 | 1) => Object.fromEntries(changed.map(([field, pair]) => [field, pair[at]]));
  const [recorded, now] = [
    { ...part(0), ...(before?.recorded as object | undefined) },
    { ...(before?.found as object | undefined), ...part(1) },
  ];
  const { title, ownerId, serviceId } = about;
  await found(
    work,
    { key, kind: 'unlinked_edit', title, ciId: event.recordId, field: 'edit', recorded, found: now, ownerId, serviceId },
    before,
    { editedById: event.actorId },
    work.house.now(),
  ); // prettier-ignore
}

/** Told at the end that it begins at; what a file of relations brings has been judged as a whole. */
async function related(work: Work, event: ReadEvent): Promise<void> {
  const { detail } = event;
  const [one] = (detail?.['relations'] ?? []) as { kind: string; to?: string; number: string; title: string }[];
  if (event.channel === 'import' || detail?.['changeRef'] !== undefined || one?.to === undefined) return;
  const about = await aboutItem(work, event.recordId);
  if (!about || !isLive(about.state)) return;
  const key = `trail|${event.action}|${String(detail?.['relation'])}`;
  const before = (await standing(work, 'subject_key', key)).get(key);
  const told = `${one.kind} → ${one.number} ${one.title}`;
  const { title, ownerId, serviceId } = about;
  const made = event.action === 'relate';
  await found(
    work,
    { key, kind: 'unlinked_edit', title, ciId: event.recordId, field: event.action, recorded: made ? null : told, found: made ? told : null, ownerId, serviceId },
    before,
    { editedById: event.actorId },
    work.house.now(),
  );
} // prettier-ignore

async function aboutItem(work: Work, id: string): Promise<About | undefined> {
  const [row] = await work.run<About>(
    'unlinked_about',
    `select title, state, owner_id as "ownerId", service_id as "serviceId" from record where id = $1 and open`,
    [id],
  );
  return row;
}

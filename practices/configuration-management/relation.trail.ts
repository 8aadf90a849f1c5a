import type { Channel } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { eventToSql, insertEvents, type TrailEvent } from '../../kernel/trail/event.ts';
import type { Draft } from './relation.judge.ts';

type How = {
  readonly verb: 'relate' | 'unrelate';
  readonly at: number;
  readonly by: string | null;
  readonly channel: Channel;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Told at both ends; a file of relations tells it where each begins, or one item would hold the whole file. */
  readonly both?: true;
};

/** One event for each item that relations begin at (or end at), however many. Answers how many events. */
export async function relationEvents(work: Work, drafts: readonly Draft[], how: How): Promise<number> {
  const told = drafts.flatMap((draft) => [
    { at: draft.from, relation: { kind: draft.kind, to: draft.to.id, number: draft.to.number, title: draft.to.title } },
    ...(how.both ? [{ at: draft.to, relation: { kind: draft.kind, from: draft.from.id, number: draft.from.number, title: draft.from.title } }] : []),
  ]); // prettier-ignore
  const events = [...Map.groupBy(told, (one) => one.at.id).values()].flatMap((some): TrailEvent[] => {
    const [first] = some;
    return first === undefined
      ? []
      : [
          {
            at: new Date(how.at).toISOString(),
            recordId: first.at.id,
            recordType: first.at.type,
            version: first.at.version,
            action: how.verb,
            fromState: null,
            toState: null,
            actorId: how.by,
            channel: how.channel,
            reason: how.reason ?? null,
            changes: {},
            detail: { relations: some.map((one) => one.relation), ...how.detail },
          },
        ];
  });
  if (events.length > 0)
    await work.run('relation_events', insertEvents('$1'), [JSON.stringify(events.map(eventToSql))]);
  return events.length;
}

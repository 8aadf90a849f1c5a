import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { act } from '../../kernel/record/act.ts';
import { defineSubscriber, type ReadEvent } from '../../kernel/trail/subscriber.ts';
import { answered, belowLevel, mergedInto } from './incident.queries.ts';
import { escalateAt } from './incident.settings.ts';

/** 0.5: a pause ends when the customer answers. Only a comment by itself is an answer: pausing asks one too. */
export const resumeOnReply = defineSubscriber({
  name: 'incident-resume-on-reply',
  on: ['incident'],
  actions: ['comment'],
  handle: async (work, events) => {
    const comments = events.filter(
      (e) => e.action === 'comment' && e.detail?.['public'] === true && e.actorId !== null,
    );
    if (comments.length === 0) return;
    const asked = comments.map(({ recordId, seq, txid, actorId }) => ({ recordId, seq, txid, actorId }));
    for (const { id } of await answered(work, asked)) {
      await act(work, { type: 'incident', id }, 'resume', system(), {
        reason: '@incident.reason.customer_answered',
      });
    }
  },
});

/** 75 % and 100 % of the resolution target climb the ladder by themselves; see `incident.escalate_at`. */
export const escalateByClock = defineSubscriber({
  name: 'incident-escalate-by-clock',
  on: ['incident'],
  actions: ['clock'],
  handle: async (work, events) => {
    const { warned, breached } = work.house.reference.settings.get(escalateAt).value;
    const ticks = events.filter((e) => e.action === 'clock' && e.detail?.['clock'] === 'resolution');
    const late = ticks.filter((e) => e.detail?.['breached'] !== undefined);
    const near = ticks.filter(
      (e) => !late.includes(e) && Number(e.detail?.['warned'] ?? 0) >= warned.percent,
    );
    await raise(work, near, warned.level, '@incident.reason.resolution_near');
    await raise(work, late, breached.level, '@incident.reason.resolution_over');
  },
});

async function raise(work: Work, ticks: readonly ReadEvent[], level: number, reason: string): Promise<void> {
  if (ticks.length === 0) return;
  for (const { id } of await belowLevel(
    work,
    ticks.map((e) => e.recordId),
    level,
  )) {
    await act(work, { type: 'incident', id }, 'escalate', system(), { level, reason });
  }
}

/** Whoever reported what was merged hears that it works again, by the number of their own report. */
export const tellMergedReporters = defineSubscriber({
  name: 'incident-tell-merged-reporters',
  on: ['incident'],
  actions: ['resolve', 'resolve_with_parent'],
  from: 'now',
  handle: async (work, events) => {
    const solved = events.filter((e) => e.action === 'resolve' || e.action === 'resolve_with_parent');
    if (solved.length === 0) return;
    for (const { id, requesterId, parent } of await mergedInto(
      work,
      solved.map((e) => e.recordId),
    )) {
      await notify(work, {
        kind: 'incident.merged_resolved',
        recordId: id,
        personIds: [requesterId],
        params: { parent },
      });
    }
  },
});

import { onConnection } from '../../platform/db/tx.ts';
import { post, type Outcome } from '../../platform/http/outbound.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import { system } from '../access/actor.ts';
import { holdersOf } from '../approval/eligible.ts';
import type { Words } from '../import/labels.ts';
import { notify } from '../notification/notify.ts';
import type { House } from '../practice/house.ts';
import { act, begin } from '../record/act.ts';
import { bodyOf } from './body.ts';
import * as store from './delivery.store.ts';
import { secretOf, signatureHeaders } from './sign.ts';

type Given = {
  readonly words: Words;
  readonly publicUrl: string;
  /** Hosts and networks of the house that may be told, beside the public internet. */
  readonly allowed: readonly string[];
  readonly log: Log;
  readonly everyMs?: number;
};

const timeoutMs = 10_000;
const leaseMs = 60_000;
const atOnce = 8;
/** 10 s, 40 s, 160 s … the eighth attempt is half a day after the first. */
const firstPauseMs = 10_000;
const mostTries = 8;
/** A receiver that takes nothing for so long, tried so often, is switched off and its administrators are told. */
export const givenUpAfter = { ms: 12 * 3_600_000, tries: 12 };
/** What waited for a receiver that was switched off for days is no news any more. */
const expiresMs = 3 * 86_400_000;

/**
 * Sends what is queued, to each receiver one after the other and to up to eight of them at a time; several workers share
 * the work. At least once: should the process die after the receiver's yes, it is told again with the same `webhook-id`.
 */
export const startDelivering = (house: House, given: Given): Loop =>
  startLoop({
    everyMs: given.everyMs ?? 1000,
    round: () => deliverDue(house, given),
    failed: (err) => given.log.warn({ err }, 'webhooks wait; trying again'),
  });

async function deliverDue(house: House, given: Given): Promise<boolean> {
  const now = house.now();
  const due = await onConnection(house.pool, async (tx) =>
    (await store.hasDueDelivery(tx, iso(now)))
      ? store.takeDeliveries(tx, iso(now), iso(now + leaseMs), atOnce)
      : [],
  );
  await Promise.all(due.map((one) => deliver(house, given, one)));
  return due.length > 0;
}

async function deliver(house: House, given: Given, due: store.Due): Promise<void> {
  const began = house.now();
  if (began - Date.parse(due.queuedAt) > expiresMs)
    return note(house, due, 'failed', { status: null, reason: '@webhook.reason.expired', tookMs: 0 });
  const body = bodyOf(due, given.words, given.publicUrl);
  const clock = performance.now();
  const outcome = await post(due.url, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Servanda-Webhook/1',
      ...signatureHeaders(secretOf(due.webhookId, due.secretNumber), due.id, began, body),
    },
    body,
    allowed: given.allowed,
    timeoutMs,
  });
  const answered = { status: outcome.status, reason: reasonOf(outcome), tookMs: performance.now() - clock };
  if (isTaken(outcome)) return note(house, due, 'delivered', answered);
  // 410: the receiver wants no more of it, ever.
  await note(house, due, outcome.status === 410 || due.tries >= mostTries ? 'failed' : 'queued', answered);
  await judge(house, due, outcome);
}

const isTaken = ({ status }: Outcome) => status !== null && status >= 200 && status < 300;
const reasonOf = (outcome: Outcome) =>
  outcome.status === null ? outcome.reason : isTaken(outcome) ? null : outcome.text;

const note = (house: House, { id, tries, webhookId }: store.Due, state: 'queued' | 'delivered' | 'failed', answered: store.Answered) =>
  onConnection(house.pool, async (tx) => {
    const at = house.now();
    const nextTryAt = state === 'queued' ? iso(at + firstPauseMs * 4 ** Math.min(tries - 1, 7)) : null;
    await store.noteAnswer(tx, id, { ...answered, state, at: iso(at), nextTryAt });
    if (state === 'delivered') await store.forgetFault(tx, webhookId);
  }); // prettier-ignore

/** Switches a receiver off that answers no more, and says so to the administrators. */
async function judge(house: House, due: store.Due, outcome: Outcome): Promise<void> {
  const now = house.now();
  const { since, tries } = await onConnection(house.pool, (tx) =>
    store.noteFault(tx, due.webhookId, iso(now)),
  );
  const isOver = tries >= givenUpAfter.tries && now - Date.parse(since) >= givenUpAfter.ms;
  if (outcome.status !== 410 && !isOver) return;
  await begin(house, async (work) => {
    const [state] = await work.run<{ state: string }>('webhook_state', 'select state from record where id = $1 for update', [due.webhookId]); // prettier-ignore
    if (state?.state !== 'active') return;
    const reason = outcome.status === null ? outcome.reason : `HTTP ${outcome.status}`;
    await act(work, { type: 'webhook', id: due.webhookId }, 'disable', system(), { reason: reason.replace(/^@/, '') }); // prettier-ignore
    const personIds = await holdersOf('administrator')(work, []);
    await notify(work, { kind: 'webhook.disabled', recordId: due.webhookId, personIds, params: { reason } });
  });
}

const iso = (at: number) => new Date(at).toISOString();

import type { Tx } from '../../platform/db/tx.ts';
import { newest } from '../practice/newest-first.ts';
import type { Form } from './webhook.fields.ts';

/** What is told: all of it as it was when it happened. `test` is no act of the record. */
export type Told = {
  readonly action: string;
  readonly at: string;
  readonly record: {
    readonly id: string;
    readonly type: string;
    readonly plural: string;
    readonly number: string;
    readonly title: string;
    readonly state: string;
    readonly priority: number | null;
  };
  readonly by: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  /** The names of the fields that changed; their values are read with a token, by whoever may. */
  readonly changed: readonly string[];
  /** The number of the rule on events that tells it; absent where the webhook itself asked for such acts. */
  readonly rule?: string;
};

export type Queued = {
  readonly id: string;
  readonly webhookId: string;
  readonly recordId: string;
  readonly event: Told;
  readonly replayOf?: string;
};

export const queueDeliveries = async (tx: Tx, deliveries: readonly Queued[], at: string): Promise<void> => {
  if (deliveries.length === 0) return;
  await tx.run(
    'queue_webhook_deliveries',
    `insert into webhook_delivery (id, webhook_id, record_id, event, queued_at, next_try_at, replay_of)
     select d.id, d."webhookId", d."recordId", d.event, $2, $2, d."replayOf"
     from jsonb_to_recordset($1::jsonb) as d(id uuid, "webhookId" uuid, "recordId" uuid, event jsonb, "replayOf" uuid)`,
    [JSON.stringify(deliveries), at],
  );
};

export type Due = {
  readonly id: string;
  readonly webhookId: string;
  readonly event: Told;
  readonly tries: number;
  readonly queuedAt: string;
  readonly number: string;
  readonly url: string;
  readonly form: Form;
  readonly language: 'en' | 'zh-CN';
  readonly secretNumber: number;
};

/** Asked first: it locks nothing and uses no transaction number up. */
export async function hasDueDelivery(tx: Tx, at: string): Promise<boolean> {
  const rows = await tx.run(
    'has_due_webhook_delivery',
    `select 1 from webhook_delivery d join record r on r.id = d.webhook_id and r.state = 'active'
     where d.state = 'queued' and d.next_try_at <= $1 limit 1`,
    [at],
  );
  return rows.length > 0;
}

/** One for each receiver, so that they come in order and a slow one keeps nobody else waiting. Taken until `leaseUntil`. */
export const takeDeliveries = (tx: Tx, at: string, leaseUntil: string, limit: number) =>
  tx.run<Due>(
    'take_webhook_deliveries',
    `with next as (
       select d.id from webhook w join record r on r.id = w.id and r.state = 'active'
         cross join lateral (
           select id from webhook_delivery where webhook_id = w.id and state = 'queued' and next_try_at <= $1
           order by next_try_at, id limit 1 for update skip locked) d
       limit $3)
     update webhook_delivery d set tries = d.tries + 1, next_try_at = $2
     from next, webhook w, record r where d.id = next.id and w.id = d.webhook_id and r.id = w.id
     returning d.id, d.webhook_id as "webhookId", d.event, d.tries, d.queued_at as "queuedAt", r.number,
       w.url, w.form, w.language, w.secret_number as "secretNumber"`,
    [at, leaseUntil, limit],
  );

export type Answered = {
  readonly status: number | null;
  readonly reason: string | null;
  readonly tookMs: number;
};

/** `nextTryAt` null: it is over. */
export async function noteAnswer(
  tx: Tx,
  id: string,
  given: Answered & {
    readonly state: 'queued' | 'delivered' | 'failed';
    readonly at: string;
    readonly nextTryAt: string | null;
  },
): Promise<void> {
  await tx.run(
    'note_webhook_answer',
    `update webhook_delivery set state = $2, status = $3, reason = $4, took_ms = $5,
       next_try_at = coalesce($6, next_try_at), ended_at = case when $2 <> 'queued' then $7::timestamptz end
     where id = $1 and state = 'queued'`,
    [id, given.state, given.status, given.reason, Math.round(given.tookMs), given.nextTryAt, given.at],
  );
}

/** Another attempt in vain: how many there were without a good one between, and since when. */
export async function noteFault(
  tx: Tx,
  webhookId: string,
  at: string,
): Promise<{ since: string; tries: number }> {
  const [row] = await tx.run<{ since: string; tries: number }>(
    'note_webhook_fault',
    `insert into webhook_fault (webhook_id, since, tries) values ($1, $2, 1)
     on conflict (webhook_id) do update set tries = webhook_fault.tries + 1 returning since, tries`,
    [webhookId, at],
  );
  return row ?? { since: at, tries: 1 };
}

export async function forgetFault(tx: Tx, webhookId: string): Promise<void> {
  await tx.run('forget_webhook_fault', 'delete from webhook_fault where webhook_id = $1', [webhookId]);
}

export const deliveryStates = ['queued', 'delivered', 'failed'] as const;
type Row = Answered & {
  readonly id: string;
  readonly state: (typeof deliveryStates)[number];
  readonly event: Told;
  readonly queuedAt: string;
  readonly nextTryAt: string;
  readonly endedAt: string | null;
  readonly tries: number;
  readonly replayOf: string | null;
};

export const deliveries = (
  tx: Tx,
  webhookId: string,
  page: { readonly state: string | null; readonly before: string | undefined; readonly limit: number },
) =>
  tx.run<Row>(
    'webhook_deliveries',
    `select id, state, event, queued_at as "queuedAt", next_try_at as "nextTryAt", ended_at as "endedAt", tries,
       status, reason, took_ms as "tookMs", replay_of as "replayOf"
     from webhook_delivery where webhook_id = $1 and ($2::text is null or state = $2) and id < $3 order by id desc limit $4`,
    [webhookId, page.state, page.before ?? newest, page.limit],
  );

export async function deliveryOf(tx: Tx, webhookId: string, id: string) {
  const [row] = await tx.run<{ recordId: string; event: Told; state: string }>(
    'webhook_delivery',
    'select record_id as "recordId", event, state from webhook_delivery where webhook_id = $1 and id = $2',
    [webhookId, id],
  );
  return row;
}

/** What was delivered or given up before that instant is no use as a log any more. */
export const forgetOldDeliveries = (tx: Tx, before: string) =>
  tx.run(
    'forget_webhook_deliveries',
    `delete from webhook_delivery d where state <> 'queued' and queued_at < $1
       and not exists (select 1 from webhook_delivery x where x.replay_of = d.id)`,
    [before],
  );

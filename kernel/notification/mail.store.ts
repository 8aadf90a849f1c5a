import type { Language } from '../access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { newest } from '../practice/newest-first.ts';

export type MailPurpose = 'notice' | 'digest' | 'test';

export type DueMail = {
  readonly id: string;
  readonly personId: string;
  readonly purpose: MailPurpose;
  readonly tries: number;
  readonly queuedAt: string;
};

/** Asked first: it locks nothing and uses no transaction number up. */
export async function hasDueMail(tx: Tx, at: string): Promise<boolean> {
  const rows = await tx.run(
    'has_due_mail',
    `select 1 from mail where state = 'queued' and next_try_at <= $1 limit 1`,
    [at],
  );
  return rows.length > 0;
}

/** Takes the mail that is due longest, until `leaseUntil`; another worker takes another one. */
export async function takeMail(tx: Tx, at: string, leaseUntil: string): Promise<DueMail | undefined> {
  const [row] = await tx.run<DueMail>(
    'take_mail',
    `update mail set tries = tries + 1, next_try_at = $2 where id = (
       select id from mail where state = 'queued' and next_try_at <= $1 order by next_try_at, id limit 1 for update skip locked)
     returning id, person_id as "personId", purpose, tries, queued_at as "queuedAt"`,
    [at, leaseUntil],
  );
  return row;
}

export const markSent = (tx: Tx, id: string, at: string, address: string) =>
  tx.run(
    'mark_mail_sent',
    `update mail set state = 'sent', sent_at = $2, address = $3, reason = null where id = $1 and state = 'queued'`,
    [id, at, address],
  );

export const markFailed = (tx: Tx, id: string, address: string | null, reason: string) =>
  tx.run(
    'mark_mail_failed',
    `update mail set state = 'failed', address = $2, reason = $3 where id = $1 and state = 'queued'`,
    [id, address, reason],
  );

export const tryLater = (tx: Tx, id: string, at: string, reason: string) =>
  tx.run(
    'try_mail_later',
    `update mail set next_try_at = $2, reason = $3 where id = $1 and state = 'queued'`,
    [id, at, reason],
  );

export type Recipient = {
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly zone: string;
  readonly active: boolean;
  readonly outside: boolean;
};

export async function recipientOf(tx: Tx, personId: string): Promise<Recipient | undefined> {
  const [row] = await tx.run<Recipient>(
    'mail_recipient',
    `select r.title as name, p.email, p.language, p.zone, r.state = 'active' as active,
       p.kind in ('user', 'customer_contact') as outside
     from person p join record r on r.id = p.id where p.id = $1`,
    [personId],
  );
  return row;
}

/** The organisation that runs this service management system: the topmost unit that was made first. */
export async function organisationName(tx: Tx): Promise<string> {
  const [row] = await tx.run<{ title: string }>(
    'own_organisation',
    `select r.title from organisation o join record r on r.id = o.id
     where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
  );
  return row?.title ?? 'Servanda';
}

export type SenderState = {
  readonly configured: boolean;
  readonly server: string | null;
  readonly sender: string | null;
  readonly lastSentAt: string | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
};

export async function senderState(tx: Tx): Promise<SenderState> {
  const [row] = await tx.run<SenderState>(
    'mail_sender_state',
    `select configured, server, sender, last_sent_at as "lastSentAt", last_error as "lastError", last_error_at as "lastErrorAt"
     from mail_sender`,
  );
  return (
    row ?? {
      configured: false,
      server: null,
      sender: null,
      lastSentAt: null,
      lastError: null,
      lastErrorAt: null,
    }
  );
}

/** A worker says which mail server it has. Of another one than before, the old fault is forgotten. */
export const announceSender = (
  tx: Tx,
  mailer: { readonly server: string; readonly from: string } | undefined,
) =>
  tx.run(
    'announce_sender',
    `insert into mail_sender (configured, server, sender) values ($1, $2, $3)
     on conflict (one) do update set configured = $1, server = $2, sender = $3,
       last_error = case when mail_sender.server is not distinct from $2 then mail_sender.last_error end`,
    [mailer !== undefined, mailer?.server ?? null, mailer?.from ?? null],
  );

/** Once a minute is enough while all is well. */
export const noteSent = (tx: Tx, at: string) =>
  tx.run(
    'note_mail_sent',
    `update mail_sender set last_sent_at = $1, last_error = null
     where last_error is not null or last_sent_at is null or last_sent_at < $1::timestamptz - interval '1 minute'`,
    [at],
  );

export const noteUnreachable = (tx: Tx, at: string, reason: string) =>
  tx.run('note_mail_unreachable', 'update mail_sender set last_error = $2, last_error_at = $1', [at, reason]);

export const mailStates = ['queued', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];
export type MailRow = {
  readonly id: string;
  readonly purpose: MailPurpose;
  readonly state: MailState;
  readonly queuedAt: string;
  readonly nextTryAt: string;
  readonly tries: number;
  readonly sentAt: string | null;
  readonly address: string | null;
  readonly reason: string | null;
  readonly person: { readonly number: string; readonly name: string };
  readonly kind: string | null;
  readonly record: { readonly type: string; readonly number: string } | null;
};

/** For the administrator: newest first, those before (older than) the one with this id. What they say is not shown. */
export const mails = (
  tx: Tx,
  page: { readonly state: MailState | null; readonly before: string | undefined; readonly limit: number },
) =>
  tx.run<MailRow>(
    'mails',
    `select m.id, m.purpose, m.state, m.queued_at as "queuedAt", m.next_try_at as "nextTryAt", m.tries,
       m.sent_at as "sentAt", m.address, m.reason,
       jsonb_build_object('number', p.number, 'name', p.title) as person, n.kind,
       case when n.id is not null then jsonb_build_object('type', r.type, 'number', r.number) end as record
     from mail m join record p on p.id = m.person_id
     left join notification n on n.mail_id = m.id and m.purpose = 'notice' left join record r on r.id = n.record_id
     where ($1::text is null or m.state = $1) and m.id < $2 order by m.id desc limit $3`,
    [page.state, page.before ?? newest, page.limit],
  );

const mostCounted = 10_000;

/** How many wait and how many failed; none counted further than 10,000. */
export async function mailCounts(tx: Tx): Promise<{ queued: number; failed: number }> {
  const [row] = await tx.run<{ queued: number; failed: number }>(
    'mail_counts',
    `select (select count(*) from (select 1 from mail where state = 'queued' limit $1) q) as queued,
       (select count(*) from (select 1 from mail where state = 'failed' limit $1) f) as failed`,
    [mostCounted],
  );
  return row ?? { queued: 0, failed: 0 };
}

/** Queues a mail again that had failed for good. False when there is none that has. */
export async function retryMail(tx: Tx, id: string, at: string): Promise<boolean> {
  const rows = await tx.run(
    'retry_mail',
    `update mail set state = 'queued', queued_at = $2, next_try_at = $2, tries = 0, reason = null
     where id = $1 and state = 'failed' returning 1`,
    [id, at],
  );
  return rows.length > 0;
}

export const queueTestMail = (tx: Tx, id: string, personId: string, at: string) =>
  tx.run(
    'queue_test_mail',
    `insert into mail (id, person_id, purpose, queued_at, next_try_at) values ($1, $2, 'test', $3, $3)`,
    [id, personId, at],
  );

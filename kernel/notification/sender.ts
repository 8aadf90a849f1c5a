import { setTimeout as sleep } from 'node:timers/promises';
import { onConnection } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import { longestSendMs, type Mailer, type Message } from '../../platform/mail/mailer.ts';
import { actorFor } from '../directory/actor.store.ts';
import type { House } from '../practice/house.ts';
import type { WordsFor } from '../practice/routes/records.ts';
import { digestLetter, noticeLetter, testLetter, type Drawn } from './letter.ts';
import * as store from './mail.store.ts';
import { notificationsIn } from './notification.store.ts';
import { asHtml, asText } from './template.ts';

type Sending = {
  readonly house: House;
  readonly mailer: Mailer;
  readonly words: WordsFor;
  readonly publicUrl: string;
  readonly log: Log;
};

/** Longer than any attempt takes: nobody else takes up the mail meanwhile. */
const leaseMs = longestSendMs + 60_000;
/** What was news a week ago is none any more. */
const expiresMs = 7 * 86_400_000;

class Unreachable extends Error {}

/**
 * Sends what is queued, one mail at a time in each worker. A mail is taken in a short transaction (nothing is locked
 * while the mail server thinks: an open transaction would hold back every reader of the trail), drawn, sent, and marked
 * as sent at once when the server has accepted it. What remains: should the process or the database die between the
 * server's yes and the mark, or the line between the server's yes and our hearing it, the mail is sent again when its
 * lease has ended. It then has the same Message-ID, by which mail servers and programs tell the copy. SMTP allows no better.
 */
export function startMailSender(
  house: House,
  given: Omit<Sending, 'house'> & { readonly everyMs?: number },
): Loop {
  const sending: Sending = { ...given, house };
  let told = '';
  return startLoop({
    everyMs: given.everyMs ?? 1000,
    round: async () => {
      const sent = await sendNext(sending);
      if (sent) told = '';
      return sent;
    },
    failed: (err, failures) => {
      const text = String(err);
      if (text !== told)
        given.log.warn(
          { err: err instanceof Unreachable ? text : err, failures },
          'mail waits; trying again',
        );
      told = text;
    },
  });
}

/** False when nothing is due. Throws when the server cannot be reached, so that the loop rests longer and longer. */
async function sendNext(sending: Sending): Promise<boolean> {
  const { house, mailer } = sending;
  const now = house.now();
  const mail = await onConnection(house.pool, async (tx) =>
    (await store.hasDueMail(tx, iso(now))) ? store.takeMail(tx, iso(now), iso(now + leaseMs)) : undefined,
  );
  if (!mail) return false;
  const to = await onConnection(house.pool, (tx) => store.recipientOf(tx, mail.personId));
  const address = to?.email ?? null;
  const fail = (reason: string) =>
    onConnection(house.pool, (tx) => store.markFailed(tx, mail.id, address, reason));
  if (now - Date.parse(mail.queuedAt) > expiresMs) {
    await fail('@mail.reason.expired');
    return true;
  }
  if (!to?.active || address === null) {
    await fail(to?.active ? '@mail.reason.no_address' : '@mail.reason.person_gone');
    return true;
  }
  const message = await draw(sending, mail, { ...to, email: address });
  if (!message) {
    await fail('@mail.reason.empty');
    return true;
  }
  const outcome = await mailer.send(message);
  const after = house.now();
  switch (outcome.state) {
    case 'accepted':
      await keepTrying(() =>
        onConnection(house.pool, async (tx) => {
          await store.markSent(tx, mail.id, iso(after), address);
          await store.noteSent(tx, iso(after));
        }),
      );
      return true;
    case 'refused':
      await fail(outcome.reason);
      return true;
    case 'deferred':
      await onConnection(house.pool, (tx) =>
        store.tryLater(tx, mail.id, iso(after + pause(mail.tries, 60_000, 3_600_000)), outcome.reason),
      );
      return true;
    case 'unreachable':
      await onConnection(house.pool, async (tx) => {
        await store.tryLater(tx, mail.id, iso(after + pause(mail.tries, 5_000, 300_000)), outcome.reason);
        await store.noteUnreachable(tx, iso(after), outcome.reason);
      });
      throw new Unreachable(outcome.reason);
  }
}

const iso = (at: number) => new Date(at).toISOString();
const pause = (tries: number, firstMs: number, mostMs: number) =>
  Math.min(firstMs * 2 ** Math.min(tries - 1, 20), mostMs);

/** The server has accepted it: a moment's trouble with the database must not make it be sent twice. */
async function keepTrying(mark: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await mark();
    } catch (error) {
      if (attempt === 5) throw error;
      await sleep(200 * 2 ** attempt);
    }
  }
}

/** Undefined when there is nothing (any more) to tell. */
async function draw(
  { house, words, publicUrl, mailer }: Sending,
  mail: store.DueMail,
  to: store.Recipient & { readonly email: string },
): Promise<Message | undefined> {
  const actor = await actorFor(house, mail.personId, 'mail');
  if (!actor) return undefined;
  const [organisation, notices] = await onConnection(house.pool, async (tx) => [
    await store.organisationName(tx),
    await notificationsIn(tx, house, mail.id, actor),
  ]);
  const drawn = drawnFor({ words, publicUrl, organisation, to }, mail, notices);
  if (!drawn) return undefined;
  const domain = /@([^>\s]+)/.exec(mailer.from)?.[1] ?? 'servanda.invalid';
  const about = mail.purpose === 'notice' ? notices[0]?.record.number : undefined;
  return {
    messageId: `${mail.id}@${domain}`,
    to: { name: to.name, address: to.email },
    subject: drawn.subject,
    html: asHtml(drawn.letter),
    text: asText(drawn.letter),
    // Mail programs then show the mails about one record as one conversation.
    ...(about === undefined ? {} : { headers: { References: `<${about}@${domain}>` } }),
  };
}

function drawnFor(
  given: Parameters<typeof noticeLetter>[0],
  mail: store.DueMail,
  notices: Parameters<typeof digestLetter>[1],
): Drawn | undefined {
  if (mail.purpose === 'test') return testLetter(given);
  const [first] = notices;
  if (!first) return undefined;
  return mail.purpose === 'digest'
    ? digestLetter(given, notices, Date.parse(mail.queuedAt))
    : noticeLetter(given, first);
}

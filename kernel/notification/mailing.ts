import { onConnection } from '../../platform/db/tx.ts';
import type { Log } from '../../platform/log/log.ts';
import { createMailer } from '../../platform/mail/mailer.ts';
import type { House } from '../practice/house.ts';
import type { WordsFor } from '../practice/routes/records.ts';
import type { Bell } from '../trail/bell.ts';
import { announceSender } from './mail.store.ts';
import { startMailSender } from './sender.ts';

/** What a worker does about mail: says in the database which server it has, and sends what is queued, if it has one. */
export async function startMailing(
  house: House,
  given: {
    readonly smtp: { readonly url: string; readonly from: string } | undefined;
    readonly publicUrl: string;
    readonly words: WordsFor;
    readonly log: Log;
    readonly bell?: Bell | undefined;
    readonly everyMs?: number;
  },
): Promise<{ close: () => Promise<void> }> {
  const { smtp, bell } = given;
  const mailer = smtp && createMailer(smtp);
  await onConnection(house.pool, (tx) => announceSender(tx, mailer));
  if (!mailer) return { close: async () => {} };
  const sender = startMailSender(house, { ...given, mailer });
  const silence = bell?.on(sender.wake);
  return {
    close: async () => {
      silence?.();
      await sender.close();
    },
  };
}

import type { Work } from '../practice/house.ts';
import { newId } from '../record/id.ts';
import { usualMode } from './kind.ts';

export type Notice = {
  readonly kind: string;
  readonly recordId: string;
  readonly personIds: readonly string[];
  /**
   * Of the words of its kind, besides {number, title, recordType}. An instant (ISO, UTC) is told in the reader's zone;
   * `@key` stands for words; `text` and `by` are taken as they are; `facts` ([label, value]…) stand below the words.
   */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Once only: the same person is not told the same kind with the same key again. */
  readonly key?: string;
};

/**
 * Tells people something about a record, in the caller's transaction: a row for the bell and, as each of them wishes, a
 * mail that waits for the worker. Nothing is rendered or sent here. People who are not in use any more are left out.
 */
export const notify = (work: Work, notice: Notice): Promise<void> => notifyAll(work, [notice]);

/** The same for what a whole batch of events tells, in one statement. */
export async function notifyAll(work: Work, notices: readonly Notice[]): Promise<void> {
  const at = work.house.now();
  const rows = notices.flatMap((notice) => rowsOf(work, notice, at));
  if (rows.length === 0) return;
  await work.run(
    'notify',
    `with told as (
       select n.*, coalesce(c.mode, n.usual) as chosen,
         coalesce((select configured from mail_sender), false) and p.email is not null as mails
       from jsonb_to_recordset($1::jsonb)
         as n(id uuid, person_id uuid, kind text, record_id uuid, params jsonb, key text, usual text)
       join person p on p.id = n.person_id join record r on r.id = p.id and r.state = 'active'
       left join notice_preference c on c.person_id = p.id and c.kind = n.kind
     ), noted as (
       -- A mail of a single notice has the notice's own id.
       insert into notification (id, person_id, kind, record_id, params, key, at, digest, mail_id)
       select id, person_id, kind, record_id, params, key, $2, chosen = 'digest' and mails,
         case when chosen = 'mail' and mails then id end
       from told where chosen <> 'off' order by id
       on conflict (person_id, kind, key) where key is not null do nothing
       returning mail_id, person_id
     )
     insert into mail (id, person_id, purpose, queued_at, next_try_at)
     select mail_id, person_id, 'notice', $2, $2 from noted where mail_id is not null`,
    [JSON.stringify(rows), new Date(at).toISOString()],
  );
}

function rowsOf({ house }: Work, { kind: name, recordId, personIds, params = {}, key }: Notice, at: number) {
  const kind = house.notices.get(name);
  if (!kind) throw new Error(`no notice kind ${name}: declare it in the practice's notices`);
  const usual = usualMode(kind);
  return [...new Set(personIds)].map((person_id) => ({
    id: newId(at), person_id, kind: name, record_id: recordId, params, key, usual,
  })); // prettier-ignore
}

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
export async function notify(work: Work, notice: Notice): Promise<void> {
  const { house } = work;
  const kind = house.notices.get(notice.kind);
  if (!kind) throw new Error(`no notice kind ${notice.kind}: declare it in the practice's notices`);
  const people = [...new Set(notice.personIds)];
  if (people.length === 0) return;
  const at = house.now();
  await work.run(
    'notify',
    `with told as (
       select n.id, p.id as person_id, coalesce(c.mode, $3) as mode,
         coalesce((select configured from mail_sender), false) and p.email is not null as mails
       from unnest($1::uuid[], $2::uuid[]) as n(id, person_id)
       join person p on p.id = n.person_id join record r on r.id = p.id and r.state = 'active'
       left join notice_preference c on c.person_id = p.id and c.kind = $4
     ), noted as (
       -- A mail of a single notice has the notice's own id.
       insert into notification (id, person_id, kind, record_id, params, key, at, digest, mail_id)
       select id, person_id, $4, $5, $6, $7, $8, mode = 'digest' and mails, case when mode = 'mail' and mails then id end
       from told where mode <> 'off'
       on conflict (person_id, kind, key) where key is not null do nothing
       returning mail_id, person_id
     )
     insert into mail (id, person_id, purpose, queued_at, next_try_at)
     select mail_id, person_id, 'notice', $8, $8 from noted where mail_id is not null`,
    [
      people.map(() => newId(at)),
      people,
      usualMode(kind),
      notice.kind,
      notice.recordId,
      JSON.stringify(notice.params ?? {}),
      notice.key ?? null,
      new Date(at).toISOString(),
    ],
  );
}

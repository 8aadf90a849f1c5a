import { system } from '../../kernel/access/actor.ts';
import { act } from '../../kernel/record/act.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { ratedTypes } from './survey.fields.ts';

/**
 * The problem behind what was reported: its own, else that of the parent under which many reports were gathered; of
 * several the one that was named last.
 */
const cause = (about: string) => `(
  select l.to_id from link l join record p on p.id = l.to_id and p.type = 'problem' and p.state <> 'rejected'
  where l.kind = 'caused_by'
    and (l.from_id = ${about} or l.from_id in (select c.to_id from link c where c.from_id = ${about} and c.kind = 'child_of'))
  order by (l.from_id = ${about}) desc, l.at desc limit 1)`;

export async function causeOf(tx: Tx, aboutId: string | null) {
  const [row] = await tx.run<{ problemId: string | null }>(
    'rating_cause',
    `select ${cause('$1::uuid')} as "problemId"`,
    [aboutId],
  );
  return { problemId: row?.problemId ?? null };
}

/** By which links a cause is told. */
const telling: ReadonlySet<unknown> = new Set(['caused_by', 'child_of']);

/** The cause is often found, or found to be another one, when the reporter has long been asked. */
export const nameCauses = defineSubscriber({
  name: 'satisfaction-cause',
  on: ratedTypes,
  actions: ['link', 'unlink'],
  from: 'now',
  handle: async (work, events) => {
    const ids = events.filter(({ detail }) => telling.has(detail?.['kind'])).map((e) => e.recordId);
    if (ids.length === 0) return;
    const ratings = await work.run<{ id: string }>(
      'ratings_of_another_cause',
      `select t.id from rating t
       where t.about_id in (select unnest($1::uuid[]) union select from_id from link where to_id = any($1::uuid[]) and kind = 'child_of')
         and t.problem_id is distinct from ${cause('t.about_id')} order by t.id`,
      [ids],
    );
    for (const { id } of ratings) await act(work, { type: 'rating', id }, 'name_cause', system());
  },
});

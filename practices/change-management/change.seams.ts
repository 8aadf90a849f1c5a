import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { no, type Refusal } from '../../kernel/process/process.ts';
import { create } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { authorisedStates } from './change.fields.ts';

/** Why this change does not cover a further act on this record; undefined where it does: authorised, and about it. */
export async function coveredBy(
  tx: Tx,
  changeNumber: string,
  recordId: string,
): Promise<Refusal | undefined> {
  const [row] = await tx.run<{ state: string; about: boolean }>(
    'change_covers',
    `select r.state, exists (select 1 from change_subject s where s.change_id = r.id and s.record_id = $2) as about
     from record r where r.number = $1 and r.type = 'change'`,
    [changeNumber, recordId],
  );
  if (!row) return no('change.unknown', { number: changeNumber });
  if (!authorisedStates.some((state) => state === row.state))
    return no('change.not_authorised', { number: changeNumber, state: `@change.state.${row.state}` });
  return row.about ? undefined : no('change.not_about', { number: changeNumber });
}

/** An unauthorised change that discovery, verification or an audit found: it is investigated and reviewed like a failure. */
export const recordFound = (
  work: Work,
  actor: Actor,
  found: {
    readonly title: string;
    readonly purpose: string;
    readonly subjectIds: readonly string[];
    readonly ownerId: string | null;
    /** When it was done, as far as known. */
    readonly occurredAt?: string;
  },
): Promise<BaseRecord> => create(work, 'change', actor, { ...found, category: 'significant', found: true });

import { conflict } from '../../platform/http/problem.ts';
import { system } from '../access/actor.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { newId } from '../record/id.ts';
import type { BaseRecord } from '../record/base.ts';
import type { Fact } from '../record/fact.ts';
import type { RecordType } from '../record/record.ts';
import { lockRecord } from '../record/store.ts';
import { appendEvent } from '../trail/append.ts';
import { endApproval } from './approval.store.ts';
import { seatsFor, type AskedStep } from './eligible.ts';
import { openStep } from './open-step.ts';

export type { AskedStep } from './eligible.ts';

type ApprovalRequest = {
  readonly recordId: string;
  /** Its words are `<type>.approval.<purpose>`. */
  readonly purpose: string;
  readonly steps: readonly AskedStep[];
  /** S7: who must not decide: requester and beneficiary. */
  readonly notBy: readonly string[];
  /** What is asked in plain words, for an approver who may not open the record itself. */
  readonly summary?: string;
  /** The same by label and value: what somebody answered, what it costs. */
  readonly facts?: readonly Fact[];
};

/**
 * Asks for approval of a record, in the caller's transaction (an action's `effect`). When the last step is approved
 * the record gets `approved`, when one is rejected `rejected`, both by the role `system`. Throws a 409 when nobody may
 * decide, or when something is asked about this record already.
 */
export async function askApproval(work: Work, given: ApprovalRequest): Promise<void> {
  if (given.steps.length === 0) throw new Error('an approval without steps');
  const at = work.house.now();
  const { type, record } = await locked(work, given.recordId);
  const before = await work.run(
    'open_approval',
    `select 1 from approval where record_id = $1 and state = 'open'`,
    [record.id],
  );
  if (before.length > 0) throw conflict('approval.asked_already', { number: record.number });
  const seats = [];
  for (const step of given.steps)
    seats.push({ ...(await seatsFor(work, step, given.notBy)), dueAt: step.dueAt });
  const id = newId(at);
  await work.run(
    'ask_approval',
    `insert into approval (id, record_id, purpose, summary, not_by, requested_by, asked_at, facts) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      record.id,
      given.purpose,
      given.summary ?? null,
      given.notBy,
      record.requesterId ?? record.createdBy,
      new Date(at).toISOString(),
      JSON.stringify(given.facts ?? []),
    ],
  );
  await work.run(
    'ask_approval_steps',
    `insert into approval_step (approval_id, n, approver_ids, needed, due_at)
     select $1, n, approver_ids, needed, due_at from jsonb_to_recordset($2::jsonb) as s(n smallint, approver_ids uuid[], needed smallint, due_at timestamptz)`,
    [
      id,
      JSON.stringify(
        seats.map(({ approverIds, needed, dueAt }, i) => ({
          n: i + 1,
          approver_ids: approverIds,
          needed,
          due_at: dueAt === undefined ? null : new Date(dueAt).toISOString(),
        })),
      ),
    ],
  );
  await appendEvent(work, type, record, 'ask_approval', system(), {
    at,
    detail: {
      approval: id,
      purpose: given.purpose,
      steps: seats.map(({ approverIds, needed }) => ({ approverIds, needed })),
      notBy: given.notBy,
    },
  });
  await openStep(work, id, 1);
  work.touched.add(type.type);
}

/** Nobody is asked any more: the record has moved on. */
export async function cancelApprovals(work: Work, recordId: string): Promise<void> {
  const at = work.house.now();
  const { type, record } = await locked(work, recordId);
  const open = await work.run<{ id: string; purpose: string }>(
    'approvals_to_cancel',
    `select id, purpose from approval where record_id = $1 and state = 'open'`,
    [recordId],
  );
  for (const { id, purpose } of open) {
    await endApproval(work, id, 'cancelled', at);
    await appendEvent(work, type, record, 'cancel_approval', system(), {
      at,
      detail: { approval: id, purpose },
    });
  }
}

/** The record's lock is the approval's too: who asks, decides or cancels waits for the others here. */
async function locked(work: Work, recordId: string): Promise<{ type: RecordType; record: BaseRecord }> {
  const [row] = await work.run<{ type: string }>('type_of_record', 'select type from record where id = $1', [
    recordId,
  ]);
  if (!row) throw new Error(`no record ${recordId}`);
  const type = typeNamed(work.house, row.type);
  const stored = await lockRecord(work, type, { id: recordId });
  if (!stored) throw new Error(`no record ${recordId}`);
  return { type, record: stored.record };
}

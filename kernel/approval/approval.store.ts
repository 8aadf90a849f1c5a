import type { Tx } from '../../platform/db/tx.ts';
import type { Fact } from '../record/fact.ts';

type ApprovalState = 'open' | 'approved' | 'rejected' | 'cancelled';

export type Decided = {
  readonly n: number;
  /** Whose voice it is. */
  readonly approverId: string;
  /** Who spoke: the approver or a deputy. */
  readonly decidedBy: string;
  readonly decision: 'approve' | 'reject';
  readonly reason: string | null;
  readonly via: string;
  readonly at: string;
};

export type Step = {
  readonly n: number;
  readonly approverIds: readonly string[];
  readonly needed: number;
  readonly state: ApprovalState | 'waiting';
  readonly openedAt: string | null;
  readonly dueAt: string | null;
  /** Since when it cannot be decided, because somebody who must is no longer here and nobody stands in. */
  readonly flaggedAt: string | null;
  readonly decisions: readonly Decided[];
};

export type Approval = {
  readonly id: string;
  readonly recordId: string;
  readonly recordType: string;
  readonly purpose: string;
  readonly summary: string | null;
  readonly facts: readonly Fact[];
  readonly state: ApprovalState;
  readonly notBy: readonly string[];
  readonly requestedBy: string | null;
  readonly askedAt: string;
  readonly endedAt: string | null;
  readonly steps: readonly Step[];
};

const approvalColumns = `a.id, a.record_id as "recordId", r.type as "recordType", a.purpose, a.summary, a.facts, a.state, a.not_by as "notBy",
  a.requested_by as "requestedBy", a.asked_at as "askedAt", a.ended_at as "endedAt"`;

/** What is asked, as a notice spells it in its reader's language. */
export const purposeWords = ({ recordType, purpose }: Pick<Approval, 'recordType' | 'purpose'>) =>
  `@${recordType}.approval.${purpose}`;

/** Where it belongs, before its record is locked; undefined when there is none. */
export async function recordOfApproval(tx: Tx, id: string) {
  const [row] = await tx.run<{ recordId: string; recordType: string }>(
    'record_of_approval',
    `select a.record_id as "recordId", r.type as "recordType" from approval a join record r on r.id = a.record_id where a.id = $1`,
    [id],
  );
  return row;
}

/** With its steps and decisions. The record's lock is what keeps it still. */
export async function readApproval(tx: Tx, id: string): Promise<Approval | undefined> {
  const rows = await tx.run<Omit<Approval, 'steps'>>(
    'approval_by_id',
    `select ${approvalColumns} from approval a join record r on r.id = a.record_id where a.id = $1`,
    [id],
  );
  return (await withSteps(tx, rows))[0];
}

/** Everything ever asked about a record, newest first. */
export async function approvalsOf(tx: Tx, recordId: string): Promise<Approval[]> {
  const rows = await tx.run<Omit<Approval, 'steps'>>(
    'approvals_of_record',
    `select ${approvalColumns} from approval a join record r on r.id = a.record_id where a.record_id = $1 order by a.id desc`,
    [recordId],
  );
  return withSteps(tx, rows);
}

async function withSteps(tx: Tx, rows: readonly Omit<Approval, 'steps'>[]): Promise<Approval[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const steps = await tx.run<Omit<Step, 'decisions'> & { approvalId: string }>(
    'steps_of_approvals',
    `select approval_id as "approvalId", n, approver_ids as "approverIds", needed, state, opened_at as "openedAt", due_at as "dueAt", flagged_at as "flaggedAt"
     from approval_step where approval_id = any($1::uuid[]) order by n`,
    [ids],
  );
  const decided = await tx.run<Decided & { approvalId: string }>(
    'decisions_of_approvals',
    `select approval_id as "approvalId", n, approver_id as "approverId", decided_by as "decidedBy", decision, reason, via, at
     from approval_decision where approval_id = any($1::uuid[]) order by at`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    steps: steps
      .filter((s) => s.approvalId === row.id)
      .map(({ approvalId, ...step }) => ({
        ...step,
        decisions: decided.filter((d) => d.approvalId === approvalId && d.n === step.n),
      })),
  }));
}

/** How each step stands; an approval that has ended ends all that still waited. */
export async function setStep(tx: Tx, id: string, n: number, state: Step['state'], at: number) {
  await tx.run(
    'set_approval_step',
    `update approval_step set state = $3, opened_at = case when $3 = 'open' then $4::timestamptz else opened_at end
     where approval_id = $1 and n = $2`,
    [id, n, state, new Date(at).toISOString()],
  );
}

export async function endApproval(tx: Tx, id: string, state: ApprovalState, at: number) {
  await tx.run('end_approval', 'update approval set state = $2, ended_at = $3 where id = $1', [
    id,
    state,
    new Date(at).toISOString(),
  ]);
  await tx.run(
    'end_approval_steps',
    `update approval_step set state = 'cancelled' where approval_id = $1 and state in ('waiting', 'open')`,
    [id],
  );
}

export async function saveDecision(tx: Tx, approvalId: string, decided: Decided): Promise<void> {
  await tx.run(
    'save_decision',
    `insert into approval_decision (approval_id, n, approver_id, decided_by, decision, reason, via, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      approvalId,
      decided.n,
      decided.approverId,
      decided.decidedBy,
      decided.decision,
      decided.reason,
      decided.via,
      decided.at,
    ],
  );
}

/** Names of people by id. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.run<{ id: string; title: string }>(
    'names_by_id',
    'select id, title from record where id = any($1::uuid[])',
    [[...new Set(ids.filter((id) => id !== null))]],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

import { holdersOn } from '../directory/holders.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Work } from '../practice/house.ts';
import { namesOf } from './approval.store.ts';

/** Enough of the named people: one, all, or this many. */
type Quorum = 'any' | 'all' | number;

export type AskedStep = {
  readonly approverIds: readonly string[];
  readonly quorum: Quorum;
  /** Epoch milliseconds; approvers are reminded around it. */
  readonly dueAt?: number | undefined;
};

type Seats = { readonly approverIds: readonly string[]; readonly needed: number };

/**
 * Who is asked in one step. Whoever must not decide (S7) or is no longer active is left out; `all` then means all who
 * remain, and a number stays what it is. Where too few remain, the approvers' managers (leads of their teams, heads of
 * their units) are asked in their place, then the SMS manager as owner of the process, then top management. Where even
 * these are the requester or absent, nothing is asked at all and the refusal says what to configure: an approval that
 * nobody can give would wait for ever.
 */
export async function seatsFor(work: Work, step: AskedStep, notBy: readonly string[]): Promise<Seats> {
  const asked = [...new Set(step.approverIds)];
  const active = await activeOf(work, asked);
  const approverIds = asked.filter((id) => active.has(id) && !notBy.includes(id));
  const needed =
    step.quorum === 'any' ? 1 : step.quorum === 'all' ? Math.max(approverIds.length, 1) : step.quorum;
  for (const instead of [managersOf, holdersOf('sms-manager'), holdersOf('top-management')]) {
    if (approverIds.length >= needed) return { approverIds, needed };
    const people = await instead(work, asked);
    approverIds.push(...people.filter((id) => !notBy.includes(id) && !approverIds.includes(id)));
  }
  if (approverIds.length >= needed) return { approverIds, needed };
  const names = await namesOf(work, asked);
  throw conflict('approval.nobody_eligible', {
    names: [...names.values()].join(', ') || '–',
    found: approverIds.length,
    needed,
  });
}

export async function activeOf(work: Work | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await work.run<{ id: string }>(
    'active_people',
    `select id from record where id = any($1::uuid[]) and type = 'person' and state = 'active'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

type Instead = (work: Work, asked: readonly string[]) => Promise<readonly string[]>;

/** The leads of their teams and the heads of their units. */
export const managersOf: Instead = async (work, asked) => {
  const rows = await work.run<{ id: string }>(
    'leads_of_people',
    `select t.lead_id as id from team t join record tr on tr.id = t.id join record p on p.id = t.lead_id
     where t.member_ids && $1::uuid[] and not t.lead_id = any($1::uuid[]) and tr.state = 'active' and p.state = 'active'
     union
     select h.person_id from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
       join record a on a.org_unit_id = h.unit_id and a.id = any($1::uuid[])
     where h.role = 'unit-manager' and hr.state = 'active' and p.state = 'active' and not h.person_id = any($1::uuid[])
       and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $2::date)`,
    [asked, new Date(work.house.now()).toISOString()],
  );
  return rows.map(({ id }) => id);
};

export const holdersOf =
  (role: string): Instead =>
  (work) =>
    holdersOn(work, [role], new Date(work.house.now()).toISOString());

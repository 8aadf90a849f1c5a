import type { Tx } from '../../platform/db/tx.ts';
import { mayView } from '../access/access.ts';
import { holds, type Actor } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { factIn, type Fact } from '../record/fact.ts';
import { isStaff } from '../record/universal.ts';
import { approvalsOf, namesOf, type Approval, type Step } from './approval.store.ts';
import { activeOf } from './eligible.ts';
import { deputiesOf, standsInFor } from './delegation.ts';
import { keepsSeats } from './name-approver.ts';
import { isRefusal, voiceOf } from './seats.ts';

const most = 200;

type Placed = Parameters<typeof mayView>[2];
type Row = Placed & {
  id: string;
  type: string;
  number: string;
  title: string;
  purpose: string;
  summary: string | null;
  facts: readonly Fact[];
  step: number;
  of: number;
  openedAt: string;
  dueAt: string | null;
  requestedBy: string | null;
  requestedByName: string | null;
  onBehalfOf: string | null;
};

/** What waits for this person, their own and that of colleagues for whom they stand in; the most urgent first. */
export async function waitingFor(tx: Tx, house: House, actor: Actor & { readonly id: string }) {
  const away = [...(await standsInFor(tx, actor.id, house.now()))];
  const rows = await tx.run<Row>(
    'approvals_waiting',
    `select a.id, r.type, r.number, r.title, r.state, r.owner_id as "ownerId", r.requester_id as "requesterId",
       r.created_by as "createdBy", r.team_id as "teamId", r.customer_id as "customerId", r.org_unit_id as "orgUnitId",
       a.purpose, a.summary, a.facts, s.n as step, (select count(*)::integer from approval_step x where x.approval_id = a.id) as "of",
       s.opened_at as "openedAt", s.due_at as "dueAt", a.requested_by as "requestedBy", q.title as "requestedByName",
       nullif(seat.id, $1::uuid) as "onBehalfOf"
     from approval_step s join approval a on a.id = s.approval_id join record r on r.id = a.record_id
       left join record q on q.id = a.requested_by
       cross join lateral (
         select x.id from unnest(s.approver_ids) with ordinality as x(id, place)
         where (x.id = $1 or x.id = any($2::uuid[])) and not exists (
           select 1 from approval_decision d where d.approval_id = s.approval_id and d.n = s.n and d.approver_id = x.id)
         order by (x.id <> $1), x.place limit 1
       ) seat
     where s.state = 'open' and s.approver_ids && ($2::uuid[] || $1::uuid) and not $1 = any(a.not_by)
       and not exists (select 1 from approval_decision d where d.approval_id = s.approval_id and d.n = s.n and d.decided_by = $1)
     order by s.due_at nulls last, a.id limit ${most}`,
    [actor.id, away],
  );
  const names = await namesOf(
    tx,
    rows.map((row) => row.onBehalfOf),
  );
  return rows.map((row) => {
    const type = typeNamed(house, row.type);
    return {
      id: row.id,
      record: { type: row.type, plural: type.plural, number: row.number, title: row.title },
      purpose: row.purpose,
      summary: row.summary,
      facts: row.facts.map((fact) => factIn(fact, actor.language)),
      step: row.step,
      of: row.of,
      askedAt: row.openedAt,
      dueAt: row.dueAt,
      requestedBy: row.requestedBy === null ? null : { id: row.requestedBy, name: row.requestedByName ?? '' },
      /** May the approver open the record itself, or is the summary all there is? */
      canOpen: mayView(type.access, actor, row),
      ...(row.onBehalfOf === null
        ? {}
        : { onBehalfOf: { id: row.onBehalfOf, name: names.get(row.onBehalfOf) ?? '' } }),
    };
  });
}

/** The panel on a record's page: every approval ever asked, who decided, who is awaited and since when. */
export async function approvalsShown(
  tx: Tx,
  house: House,
  recordId: string,
  actor: Actor & { readonly id: string },
) {
  const approvals = await approvalsOf(tx, recordId);
  if (approvals.length === 0) return [];
  const people = await peopleIn(tx, house, approvals, actor);
  const deputyOf = await standsInFor(tx, actor.id, house.now());
  const mayName = keepsSeats(actor);
  return approvals.map((approval) => ({ ...shown(approval, people, actor.id, deputyOf), mayName }));
}

type People = {
  readonly name: (id: string) => string;
  readonly deputy: ReadonlyMap<string, string>;
  readonly here: ReadonlySet<string>;
  /** May the reader know what this person wrote? */
  readonly known: (id: string) => boolean;
};

/** A customer's contact reads the names and reasons of the customer's own people; who decides inside is internal. */
async function peopleIn(tx: Tx, house: House, approvals: readonly Approval[], actor: Actor): Promise<People> {
  const seats = approvals.flatMap((a) => a.steps.flatMap((s) => s.approverIds));
  const deputies = await deputiesOf(tx, seats, house.now());
  const ids = [
    ...seats,
    ...approvals.map((a) => a.requestedBy),
    ...approvals.flatMap((a) => a.steps.flatMap((s) => s.decisions.map((d) => d.decidedBy))),
    ...deputies.map((d) => d.deputyId),
  ];
  const names = await namesOf(tx, ids);
  const inside = isStaff(actor) || !holds(actor, 'customer-contact');
  const own = inside ? undefined : await peopleOfCustomer(tx, ids, actor.orgUnitIds);
  const known = (id: string) => own === undefined || own.has(id);
  return {
    known,
    name: (id) => (known(id) ? (names.get(id) ?? '') : ''),
    here: await activeOf(tx, seats),
    deputy: new Map(deputies.map((d) => [d.personId, d.deputyId])),
  };
}

async function peopleOfCustomer(tx: Tx, ids: readonly (string | null)[], customerIds: readonly string[]) {
  const rows = await tx.run<{ id: string }>(
    'people_of_customer',
    'select id from record where id = any($1::uuid[]) and customer_id = any($2::uuid[])',
    [ids.filter((id) => id !== null), customerIds],
  );
  return new Set(rows.map(({ id }) => id));
}

function shown(approval: Approval, people: People, personId: string, deputyOf: ReadonlySet<string>) {
  const person = (id: string) => ({ id, name: people.name(id) });
  const voice = voiceOf(approval, personId, deputyOf);
  const seat = (step: Step, approverId: string) => {
    const decided = step.decisions.find((d) => d.approverId === approverId);
    const deputy = people.deputy.get(approverId);
    return {
      ...person(approverId),
      here: people.here.has(approverId),
      deputy: decided || deputy === undefined ? null : person(deputy),
      decision: decided
        ? {
            decision: decided.decision,
            by: person(decided.decidedBy),
            at: decided.at,
            reason: people.known(decided.decidedBy) ? decided.reason : null,
            via: decided.via,
          }
        : null,
    };
  };
  return {
    id: approval.id,
    purpose: approval.purpose,
    summary: approval.summary,
    state: approval.state,
    askedAt: approval.askedAt,
    endedAt: approval.endedAt,
    requestedBy: approval.requestedBy === null ? null : person(approval.requestedBy),
    canDecide: isRefusal(voice) ? { ok: false, why: voice.code } : { ok: true },
    ...(isRefusal(voice) || voice.approverId === personId ? {} : { onBehalfOf: person(voice.approverId) }),
    steps: approval.steps.map((step) => ({
      n: step.n,
      state: step.state,
      needed: step.needed,
      openedAt: step.openedAt,
      dueAt: step.dueAt,
      flaggedAt: step.flaggedAt,
      approvers: step.approverIds.map((id) => seat(step, id)),
    })),
  };
}

import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Input } from '../../kernel/process/process.ts';
import { typeNamed, type House, type Work } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { effectPoints, problemDays, dayMs } from './problem.settings.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** What the rules must know beyond the record, read under its lock. */
export type EffectFacts = {
  readonly count: number;
  readonly points: number;
  /** Incidents that were named and are to be linked. */
  readonly named: readonly Named[];
  readonly unknown: readonly string[];
  readonly major: { readonly id: string; readonly leadingId: string } | undefined;
};
type Named = BaseRecord & { readonly impact: number | null };

const perImpact = `select coalesce(t.impact, 4) as impact, count(*) as n from incident t
  where t.id in (select from_id from link where to_id = $1 and kind = 'caused_by') or t.id = any($2::uuid[]) group by 1`;

/** Σ of the linked incidents' effect, these included that are to be linked now. */
async function effect(work: Work, problemId: string, ids: readonly string[]) {
  const { points } = work.house.reference.settings.get(effectPoints).value;
  const rows = await work.run<{ impact: number; n: number }>('problem_effect', perImpact, [problemId, ids]);
  return {
    count: rows.reduce((sum, { n }) => sum + n, 0),
    points: rows.reduce((sum, { n, impact }) => sum + n * (points[impact - 1] ?? 1), 0),
  };
}

/** Named incidents by number (people) or id (a trend's own). */
export async function effectFacts(work: Work, problem: ProblemRecord, input: Input): Promise<EffectFacts> {
  const list = (key: string) => (Array.isArray(input[key]) ? (input[key] as string[]) : []);
  const numbers = list('incidents').map((number) => number.trim().toUpperCase());
  const named = await work.run<Named>(
    'problem_named_incidents',
    `select r.id, r.number, r.title, r.state, r.owner_id as "ownerId", r.requester_id as "requesterId", r.created_by as "createdBy",
       r.team_id as "teamId", r.customer_id as "customerId", r.org_unit_id as "orgUnitId", t.impact
     from record r join incident t on t.id = r.id where r.number = any($1::text[]) or r.id = any($2::uuid[]) order by r.id`,
    [numbers, list('incidentIds')],
  );
  const major = await majorOf(work, input['originId']);
  const found = new Set(named.map(({ number }) => number));
  const ids = [...named.map(({ id }) => id), ...(major ? await familyOf(work, major.leadingId) : [])];
  return {
    ...(await effect(work, problem.id, ids)),
    named,
    unknown: numbers.filter((number) => !found.has(number)),
    major,
  };
}

/** Read without the rules' knowledge of who asks: those that one may not see are as unknown as those that are not there. */
export const unseen = (house: House, actor: Actor, named: readonly Named[]) =>
  named.filter((incident) => !mayView(typeNamed(house, 'incident').access, actor, incident));

async function majorOf(work: Work, originId: unknown) {
  if (typeof originId !== 'string') return undefined;
  const [row] = await work.run<{ id: string; leadingId: string }>(
    'problem_major',
    'select id, leading_incident_id as "leadingId" from major_incident where id = $1',
    [originId],
  );
  return row;
}

/** A major incident's leading incident and those that report the same; the latest thousand, as no page shows more. */
export const familyOf = async (tx: Pick<Tx, 'run'>, leadingId: string) =>
  (
    await tx.run<{ id: string }>(
      'problem_family',
      'select $1::uuid as id union all (select id from incident where parent_id = $1 order by id desc limit 1000)',
      [leadingId],
    )
  ).map(({ id }) => id);

export const recountFacts = async (work: Work, problem: ProblemRecord): Promise<EffectFacts> => ({
  ...(await effect(work, problem.id, [])),
  named: [],
  unknown: [],
  major: undefined,
});

export type ServiceFacts = { readonly serviceOwnerId: string | null };
export async function serviceFacts(work: Work, problem: ProblemRecord): Promise<ServiceFacts> {
  const [row] = await work.run<{ id: string | null }>(
    'problem_service_owner',
    'select owner_id as id from record where id = $1',
    [problem.serviceId],
  );
  return { serviceOwnerId: row?.id ?? null };
}

/** `outcome`: how its implementation ended as the trail tells it; null while it has not. */
export type Change = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly outcome: string | null;
};
export type ChangeFacts = { readonly changes: readonly Change[]; readonly change: Change | undefined };

/** The changes that are to cure it, and the one that was named now. */
export async function changeFacts(work: Work, problem: ProblemRecord, input: Input): Promise<ChangeFacts> {
  const number = typeof input['change'] === 'string' ? input['change'].trim().toUpperCase() : null;
  const rows = await work.run<Change & { linked: boolean }>(
    'problem_changes',
    `select r.id, r.number, r.state, l.from_id is not null as linked,
       (select e.to_state from trail_event e where e.record_id = r.id and e.to_state in ('implemented', 'backed_out', 'failed')
        order by e.seq desc limit 1) as outcome
     from record r left join link l on l.from_id = $1 and l.to_id = r.id and l.kind = 'solved_by'
     where r.type = 'change' and (l.from_id is not null or r.number = $2)`,
    [problem.id, number],
  );
  return {
    changes: rows.filter(({ linked }) => linked),
    change: number === null ? undefined : rows.find((row) => row.number === number),
  };
}

export type CloseFacts = {
  readonly openIncidents: number;
  /** Equal incidents since the fix: linked ones that happened after it, and recurrences that nobody dismissed. */
  readonly equalSince: number;
};
export async function closeFacts(work: Work, problem: ProblemRecord): Promise<CloseFacts> {
  const [row] = await work.run<CloseFacts>(
    'problem_close_facts',
    `select count(*) filter (where r.open) as "openIncidents",
       count(*) filter (where r.occurred_at > $2 and r.state not in ('cancelled', 'duplicate'))
         + (select count(*) from problem_recurrence x where x.problem_id = $1 and x.state <> 'dismissed'
            and not exists (select 1 from link k where k.from_id = x.incident_id and k.to_id = $1 and k.kind = 'caused_by')) as "equalSince"
     from link l join record r on r.id = l.from_id and r.type = 'incident'
     where l.to_id = $1 and l.kind = 'caused_by'`,
    [problem.id, problem.resolvedAt],
  );
  return { openIncidents: row?.openIncidents ?? 0, equalSince: row?.equalSince ?? 0 };
}

export type ReviewFacts = { readonly before: number; readonly after: number; readonly days: number };

/** 0.6: incidents of the same cause in so many days before and after the fix. */
export async function reviewFacts(work: Work, problem: ProblemRecord): Promise<ReviewFacts> {
  const { effectiveness: days } = work.house.reference.settings.get(problemDays).value;
  const [row] = await work.run<{ before: number; after: number }>(
    'problem_before_after',
    `select count(*) filter (where r.occurred_at >= $2::timestamptz - make_interval(days => $3) and r.occurred_at < $2) as before,
       count(*) filter (where r.occurred_at >= $2 and r.occurred_at < $2::timestamptz + make_interval(days => $3)) as after
     from link l join record r on r.id = l.from_id and r.type = 'incident' and r.state not in ('cancelled', 'duplicate')
     where l.to_id = $1 and l.kind = 'caused_by'`,
    [problem.id, problem.resolvedAt, days],
  );
  return { before: row?.before ?? 0, after: row?.after ?? 0, days };
}

export const reviewDue = (resolvedAt: string | null, days: number) =>
  resolvedAt === null ? 0 : Date.parse(resolvedAt) + days * dayMs;

import type { Tx } from '../../platform/db/tx.ts';
import { auditable, clausesIn, processesIn } from './audit.scope.ts';
import { timesOf, type Weight } from './programme.fields.ts';

type Programme = {
  readonly id: string;
  readonly number: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly weights: readonly Weight[] | null;
};
type Audit = {
  readonly number: string;
  readonly state: string;
  readonly clauses: readonly string[] | null;
  readonly processes: readonly string[] | null;
  readonly unitIds: readonly string[];
};
type Area = {
  readonly area: string;
  readonly kind: 'clause' | 'process' | 'site';
  /** A number, a code or a name. */
  readonly label: string;
  readonly level: Weight['level'];
  readonly reason: string | null;
  readonly wanted: number;
  /** Audits of this programme that look at it, and those of them that are reported. */
  readonly planned: readonly string[];
  readonly done: readonly string[];
  /** Nonconformities and findings of the year before: what is found often is audited more often. */
  readonly found: number;
};

const reported = new Set(['reported', 'verified', 'closed']);

/** The programme that is in force on a day, the newest of several. */
export async function programmeOn(tx: Tx, day: string): Promise<Programme | undefined> {
  const [row] = await tx.run<Programme>(
    'audit_programme_on',
    `select r.id, r.number, t.period_from::text as "periodFrom", t.period_to::text as "periodTo", t.weights
     from audit_programme t join record r on r.id = t.id
     where r.state = 'approved' and t.period_from <= $1::date and t.period_to >= $1::date order by r.id desc limit 1`,
    [day],
  );
  return row;
}

/** Every clause, process and site with the audits that look at it: what is not covered is seen before the period is over. */
export async function coverageOf(tx: Tx, programme: Programme): Promise<Area[]> {
  const audits = await tx.run<Audit>(
    'audits_of_programme',
    `select r.number, r.state, t.clauses, t.processes, t.unit_ids as "unitIds" from internal_audit t join record r on r.id = t.id
     where t.programme_id = $1 and r.state <> 'cancelled' order by t.starts_on, r.id`,
    [programme.id],
  );
  const found = await foundByClause(tx, programme.periodFrom);
  const sites = await tx.run<{ id: string; title: string; home: boolean }>(
    'audit_sites',
    `select r.id, r.title, o.parent_id is null as home from organisation o join record r on r.id = o.id
     where o.kind in ('own_unit', 'branch') and r.state = 'active' order by home desc, r.title`,
  );
  const weights = new Map((programme.weights ?? []).map((weight) => [weight.area, weight]));
  const area = (
    kind: Area['kind'],
    key: string,
    label: string,
    seen: (audit: Audit) => boolean,
    n: number,
  ): Area => {
    const weight = weights.get(`${kind}:${key}`);
    const all = audits.filter(seen);
    return {
      area: `${kind}:${key}`,
      kind,
      label,
      level: weight?.level ?? 'normal',
      reason: weight?.reason ?? null,
      wanted: timesOf(weight?.level ?? 'normal'),
      planned: all.map(({ number }) => number),
      done: all.filter(({ state }) => reported.has(state)).map(({ number }) => number),
      found: n,
    };
  };
  const { clauses, processes } = auditable();
  const sum = (own: readonly string[]) => own.reduce((all, clause) => all + (found.get(clause) ?? 0), 0);
  return [
    ...clauses.map((one) =>
      area('clause', one, one, (audit) => clausesIn(audit).has(one), found.get(one) ?? 0),
    ),
    ...processes.map((one) =>
      area('process', one.code, one.code, (audit) => processesIn(audit).has(one.code), sum(one.clauses)),
    ),
    ...sites.map((one) =>
      // An audit that names no unit is one of the organisation as a whole: of its central function.
      area(
        'site',
        one.id,
        one.title,
        ({ unitIds }) => (unitIds.length === 0 ? one.home : unitIds.includes(one.id)),
        0,
      ),
    ),
  ];
}

export const isLacking = ({ planned, wanted }: Area) => planned.length < wanted;

async function foundByClause(tx: Tx, day: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.run<{ clause: string; n: number }>(
    'audit_found_by_clause',
    `select split_part(t.requirement, '-', 1) as clause, count(*)::int as n from nonconformity t join record r on r.id = t.id
     where t.requirement is not null and r.state <> 'dismissed' and r.created_at >= $1::date - 365 group by 1`,
    [day],
  );
  return new Map(rows.map(({ clause, n }) => [clause, n]));
}

/** Clauses that no audit reported within these instants looked at. */
export async function uncovered(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ readonly audits: number; readonly clauses: readonly string[] }> {
  const audits = await tx.run<Audit>(
    'audits_reported_within',
    `select r.number, r.state, t.clauses, t.processes, t.unit_ids as "unitIds" from internal_audit t join record r on r.id = t.id
     where t.reported_at >= $1 and t.reported_at < $2 and r.state in ('reported', 'verified', 'closed')`,
    [from, to],
  );
  const seen = new Set(audits.flatMap((audit) => [...clausesIn(audit)]));
  return { audits: audits.length, clauses: auditable().clauses.filter((clause) => !seen.has(clause)) };
}

import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { placeOf, seenAt, type BoundRule, type Seen } from './seen.queries.ts';
import { adoptionAccess } from './site.access.ts';
import type { Standing } from './standing.names.ts';

type Row = BoundRule & {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly siteId: string;
  readonly adoptBy: string;
  readonly adoptedOn: string | null;
  readonly exemptionUntil: string | null;
  readonly attestation: string | null;
  readonly attestDueOn: string | null;
  readonly obligation: string;
  readonly effectiveOn: string;
  readonly coveragePercent: number;
  readonly last: Standing | null;
  readonly lastAt: string | null;
};

export type Cell = Pick<Row, 'id' | 'number' | 'title' | 'state' | 'ownerId' | 'siteId' | 'ruleId' | 'adoptBy'> & {
  readonly obligation: string;
  readonly standing: Standing;
  /** Since when it stands so; null: since just now. */
  readonly since: string | null;
  /** The day by which it is over, where there is one. */
  readonly until: string | null;
  readonly last: Standing | null;
  /** What was found; null where it is not seen by a query, or was not looked at. */
  readonly seen: { readonly found: number; readonly of: number; readonly needed: number | null } | null;
  /** The list of the records that say so. */
  readonly records: string | null;
}; // prettier-ignore

/** How every site stands to every rule in force, as far as this actor may see it: computed now, and not remembered. */
export async function standings(tx: Tx, house: House, actor: Actor, only: { readonly siteId?: string | undefined; readonly id?: string } = {}): Promise<Cell[]> {
  const { rows } = await sql<Row>`
    select a.id, r.number, r.title, r.state, r.owner_id as "ownerId", a.site_id as "siteId", a.rule_id as "ruleId", a.adopt_by::text as "adoptBy",
      a.adopted_on::text as "adoptedOn", a.exemption_until::text as "exemptionUntil", a.attestation, a.attest_due_on::text as "attestDueOn",
      t.obligation, t.effective_on::text as "effectiveOn", t.bound, t.document_id as "documentId", t.promise, t.target_priority as "targetPriority",
      t.most_minutes as "mostMinutes", t.record_type as "recordType", t.within_days as "withinDays", t.role, t.course_id as "courseId",
      t.coverage_percent as "coveragePercent", s.standing as last, s.at as "lastAt"
    from rule_adoption a join record r on r.id = a.id join group_rule t on t.id = a.rule_id
      left join lateral (select standing, at from site_standing x where x.adoption_id = a.id order by x.at desc limit 1) s on true
    where r.type = 'rule-adoption' and r.state <> 'ended' and ${visible(adoptionAccess, actor)}
      and (${only.siteId ?? null}::uuid is null or a.site_id = ${only.siteId ?? null}::uuid)
      and (${only.id ?? null}::uuid is null or a.id = ${only.id ?? null}::uuid)
    order by a.site_id, a.rule_id limit 20000`.execute(tx.db);
  const day = dayIn(house.reference.settings, house.now());
  const looked = new Map(rows.flatMap((row) => (row.state === 'adopted' ? [[row.ruleId, row] as const] : [])));
  const seen = await seenAt(tx, house, [...looked.values()], day);
  return rows.map((row) => cell(house, row, seen.get(placeOf(row.ruleId, row.siteId)) ?? seen.get(placeOf(row.ruleId, null)), day));
} // prettier-ignore

function cell(house: House, row: Row, seen: Seen | undefined, day: string): Cell {
  const { id, number, title, state, ownerId, siteId, ruleId, adoptBy, obligation, last, lastAt } = row;
  const { standing, until } = standingOf(row, seen, day, house);
  const looked = row.state === 'adopted' && row.bound !== 'attested';
  return {
    id, number, title, state, ownerId, siteId, ruleId, adoptBy, obligation, standing, until, last,
    since: last === standing ? lastAt : null,
    seen: looked ? { found: seen?.found ?? 0, of: seen?.of ?? 0, needed: neededOf(row) } : null,
    records: looked ? recordsOf(house, row, seen) : null,
  };
} // prettier-ignore

const neededOf = ({ bound, coveragePercent, mostMinutes }: Row): number | null =>
  bound === 'document' || bound === 'training' ? coveragePercent
  : bound === 'target' ? mostMinutes
  : bound === 'attested' ? null
  : 1; // prettier-ignore

/** Pure: what is decided by a person goes before what is found, and what cannot be found is not called kept. */
function standingOf(
  row: Pick<
    Row,
    | 'state'
    | 'adoptBy'
    | 'effectiveOn'
    | 'exemptionUntil'
    | 'attestation'
    | 'attestDueOn'
    | 'bound'
    | 'coveragePercent'
    | 'mostMinutes'
    | 'recordType'
  >,
  seen: Pick<Seen, 'found' | 'of'> | undefined,
  day: string,
  house: Pick<House, 'types'>,
): { readonly standing: Standing; readonly until: string | null } {
  const is = (standing: Standing, until: string | null = null) => ({ standing, until });
  if (row.state === 'declined') return is('declined');
  if (row.state === 'exempt' && row.exemptionUntil !== null && row.exemptionUntil >= day)
    return is('exempt', row.exemptionUntil);
  if (row.effectiveOn > day) return is('pending', row.adoptBy);
  if (row.state !== 'adopted')
    return row.adoptBy < day ? is('overdue', row.adoptBy) : is('pending', row.adoptBy);
  switch (row.bound) {
    case 'attested':
      if (row.attestation === 'not_kept') return is('deviates');
      return row.attestDueOn !== null && row.attestDueOn < day
        ? is('overdue', row.attestDueOn)
        : is('kept', row.attestDueOn);
    case 'document':
    case 'training':
      if (!seen || seen.of === 0) return is('unknown');
      return is(seen.found * 100 >= row.coveragePercent * seen.of ? 'kept' : 'deviates');
    case 'target':
      if (!seen || seen.of === 0 || row.mostMinutes === null) return is('unknown');
      return is(seen.found <= row.mostMinutes ? 'kept' : 'deviates');
    case 'process':
      // A process that is not here any more runs nowhere that could be looked at.
      if (!house.types.has(row.recordType ?? '')) return is('unknown');
      return is((seen?.found ?? 0) > 0 ? 'kept' : 'deviates');
    case 'role':
      return is((seen?.found ?? 0) > 0 ? 'kept' : 'deviates');
  }
}

function recordsOf(house: House, { bound, recordType }: Row, seen: Seen | undefined): string | null {
  if (!seen || seen.ids.length === 0) return null;
  const type = { attested: '', document: 'person', training: 'person', role: 'role-holder', target: 'agreement', process: recordType ?? '' }[bound]; // prettier-ignore
  const plural = house.types.get(type)?.plural;
  return plural === undefined ? null : `${plural}?filter[id]=${seen.ids.join(',')}`;
}

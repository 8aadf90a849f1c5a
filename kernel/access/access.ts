import { sql, type RawBuilder } from 'kysely';
import type { BaseRecord } from '../record/base.ts';
import { isLookingOn, type Actor, type Holding } from './actor.ts';
import { isLooker } from './roles.ts';

/**
 * How far a role reaches. `own`: what I own, asked for or made; `team`: my teams'; `customer`: my organisation's as a
 * customer; `unit`: my unit's subtree; `all`: everything, or the subtree of the unit for which the role is held.
 */
export type Scope = 'none' | 'own' | 'team' | 'customer' | 'unit' | 'all';

/**
 * What a role may see and where it may act; with `states`, it sees records in these states only (published entries),
 * with `only`, those of which it holds (articles for other teams).
 */
export type Grant = {
  readonly view: Scope;
  readonly act: Scope;
  readonly states?: readonly string[];
  readonly only?: Only;
  /** Also where the role is held for some units only (an auditor's own audit belongs to no unit). */
  readonly anywhere?: true;
  /** Each record names its clauses, so where the role is held for some of them, `only` decides and not the type. */
  readonly byClause?: true;
};

/** A condition beyond reach that the type itself knows, twice: on rows of `record r`, and on a record in hand. */
export type Only = {
  readonly where: (actor: Actor) => RawBuilder<boolean>;
  /** Of the type's own fields some may be missing: it must then rather say no. */
  readonly holds: (record: Placed, actor: Actor) => boolean;
};

/** By role. A role that is absent sees nothing. */
export type Access = Readonly<Record<string, Grant>>;

type Placed = Pick<
  BaseRecord,
  'type' | 'state' | 'ownerId' | 'requesterId' | 'createdBy' | 'teamId' | 'customerId' | 'orgUnitId'
>;

export function mayView(access: Access, actor: Actor, record: Placed): boolean {
  return actor.holdings.some((h) => {
    const given = grant(access, h);
    return (
      reaches(given?.view, held(h, given), actor, record) &&
      limitedTo(h, given)?.includes(record.type) !== false &&
      (!given?.states || given.states.includes(record.state)) &&
      (!given?.only || given.only.holds(record, actor))
    );
  });
}

/** Does any of the roles in `by` reach this record? Scope is the access table's, who is the transition's. */
export function mayAct(access: Access, actor: Actor, by: readonly string[], record: Placed): boolean {
  const lookingOn = isLookingOn(actor);
  return actor.holdings.some(
    (h) =>
      (h.role === 'system' || by.includes(h.role)) &&
      (!lookingOn || isLooker(h.role)) &&
      reaches(grant(access, h)?.act, held(h, grant(access, h)), actor, record),
  );
}

/** Is anything of this record type theirs to look at, whatever it is about and wherever it lies? */
export const seesType = (access: Access, actor: Actor, type: string): boolean =>
  actor.holdings.some((h) => {
    const given = grant(access, h);
    return given !== undefined && given.view !== 'none' && limitedTo(h, given)?.includes(type) !== false;
  });

/** Does some role of theirs let them work on every record of a type, not only on their own or their teams'? */
export const actsOnAll = (access: Access, actor: Actor): boolean =>
  actor.holdings.some((h) => h.unitIds === undefined && grant(access, h)?.act === 'all');

/** The units that count for this type. */
const held = (h: Holding, given: Grant | undefined): Holding => (given?.anywhere ? { role: h.role } : h);

/** The record types that count where the role is held for some clauses and processes; one's own is always one's own. */
const limitedTo = ({ remit }: Holding, given: Grant | undefined): readonly string[] | undefined =>
  given?.anywhere || given?.byClause || given?.view === 'own' ? undefined : remit?.types;

const everything: Grant = { view: 'all', act: 'all' };

/**
 * What a role is given of a type. External auditors and consultants see of every type, those to come included, what an
 * internal auditor sees, and act nowhere, unless the type itself names them.
 */
export function grant(access: Access, { role }: Pick<Holding, 'role'>): Grant | undefined {
  if (role === 'system') return everything;
  const own = access[role];
  if (own || !isLooker(role)) return own;
  const seen = access['internal-auditor'];
  return seen && { ...seen, act: 'none' };
}

function reaches(scope: Scope | undefined, holding: Holding, actor: Actor, record: Placed): boolean {
  switch (scope) {
    case undefined:
    case 'none':
      return false;
    case 'all':
      return !holding.unitIds || includes(holding.unitIds, record.orgUnitId);
    case 'unit':
      return includes(holding.unitIds ?? actor.orgUnitIds, record.orgUnitId);
    case 'customer':
      return includes(actor.orgUnitIds, record.customerId);
    case 'team':
      return includes(actor.teamIds, record.teamId) || owns(actor, record);
    case 'own':
      return owns(actor, record);
  }
}

const includes = (ids: readonly string[], id: string | null) => id !== null && ids.includes(id);
const owns = (actor: Actor, record: Placed) =>
  actor.id !== null && [record.ownerId, record.requesterId, record.createdBy].includes(actor.id);

/**
 * The one filter: which rows of `record` (aliased `r`) this actor may see. Lists, search, exports, counts, measures
 * and live updates all use it; `mayView` is its twin for a row already in hand, and a test holds the two equal.
 */
export function visible(access: Access, actor: Actor): RawBuilder<boolean> {
  const ways = actor.holdings.flatMap((h) => {
    const given = grant(access, h);
    if (!given) return [];
    const reach = where(given.view, held(h, given), actor);
    const types = limitedTo(h, given);
    const all = [
      ...(reach === 'everything' ? [] : [reach]),
      ...(types ? [sql<boolean>`r.type = any(${sql.val(types)}::text[])`] : []),
      ...(given.states ? [sql<boolean>`r.state = any(${sql.val(given.states)}::text[])`] : []),
      ...(given.only ? [given.only.where(actor)] : []),
    ];
    return [all.length === 0 ? 'everything' : sql<boolean>`(${sql.join(all, sql` and `)})`];
  });
  if (ways.some((w) => w === 'everything')) return sql<boolean>`true`;
  const conditions = ways.filter((w) => w !== 'everything');
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function where(scope: Scope, holding: Holding, actor: Actor): RawBuilder<boolean> | 'everything' {
  switch (scope) {
    case 'none':
      return sql<boolean>`false`;
    case 'all':
      return holding.unitIds ? among('org_unit_id', holding.unitIds) : 'everything';
    case 'unit':
      return among('org_unit_id', holding.unitIds ?? actor.orgUnitIds);
    case 'customer':
      return among('customer_id', actor.orgUnitIds);
    case 'team':
      return sql<boolean>`(${among('team_id', actor.teamIds)} or ${mine(actor)})`;
    case 'own':
      return mine(actor);
  }
}

const among = (column: string, ids: readonly string[]) =>
  sql<boolean>`r.${sql.ref(column)} = any(${sql.val(ids)}::uuid[])`;
const mine = (actor: Actor) =>
  sql<boolean>`(r.owner_id = ${actor.id} or r.requester_id = ${actor.id} or r.created_by = ${actor.id})`;

import { sql, type RawBuilder } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import { answersTo, type Actor } from '../../kernel/access/actor.ts';
import { firstId, looksAt } from '../../kernel/evidence/count.ts';
import { yearTo } from '../../kernel/evidence/evaluate.ts';
import type { When } from '../../kernel/evidence/evidence.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RecordType } from '../../kernel/record/record.ts';
import { standard, type Requirement } from '../../standard/catalogue.ts';
import type { EvidencePack } from './pack.fields.ts';

export const inClause = (r: Requirement, clause: string): boolean =>
  r.id === clause || r.clause === clause || r.clause.startsWith(`${clause}.`);

/** The records of a type that belong into a pack. */
export type Selection = { readonly type: RecordType; readonly where: RawBuilder<boolean> };
export type PackScope = {
  readonly when: When;
  readonly requirements: readonly Requirement[];
  /** What its documents must name one of; null: all of them. */
  readonly clauses: readonly string[] | null;
  /** What is marked secret and so not in it, by record type. */
  readonly leftOut: readonly Selection[];
  readonly selections: readonly Selection[];
};
type Asked = Pick<
  EvidencePack,
  'scope' | 'clause' | 'process' | 'periodFrom' | 'periodTo' | 'withSecret' | 'startedAt'
>;

/** Samples are packed with their contents; a pack within a pack says nothing. */
const apart = new Set(['audit-sample', 'evidence-pack']);

/**
 * What a pack is about. A clause brings the records that its requirements were answered by; a process also all that its
 * practice kept; a period or everything all there is. Never more than its owner may see.
 */
export function scopeOf(house: House, asked: Asked, actor: Actor): PackScope {
  const when = periodOf(house, asked);
  const requirements = standard().requirements.filter((r) => {
    if (!answersTo(actor, r.id)) return false;
    if (asked.scope === 'clause') return inClause(r, asked.clause ?? '');
    return asked.scope === 'process' ? r.process === asked.process : true;
  });
  const conditions = new Map<RecordType, RawBuilder<boolean>[]>();
  const add = (type: RecordType, where: RawBuilder<boolean>) =>
    conditions.set(type, [...(conditions.get(type) ?? []), where]);
  const whole = asked.scope === 'period' || asked.scope === 'everything';
  for (const practice of house.practices) {
    if (!whole && !(asked.scope === 'process' && practice.code === asked.process)) continue;
    for (const type of practice.records) if (!apart.has(type.type)) add(type, livedIn(asked, when));
  }
  if (!whole)
    for (const { id } of requirements)
      for (const check of house.evidence.get(id)?.checks ?? []) {
        const type = check.kind === 'asked' ? undefined : house.types.get(check.recordType);
        if (check.kind !== 'asked' && type) add(type, looksAt(house, check, when));
      }
  const all = [...conditions].map(([type, any]) => ({
    type,
    where: sql<boolean>`${sql.raw(`r.type = '${type.type}'`)} and ${visible(type.access, actor)} and (${sql.join(any, sql` or `)})`,
  }));
  const keeps = asked.withSecret === true;
  return {
    when,
    requirements,
    clauses: whole ? null : clausesOf(requirements),
    leftOut: keeps ? [] : all.flatMap(({ type, where }) => (type.secret ? { type, where: sql<boolean>`${where} and ${type.secret}` } : [])),
    selections: all.map(({ type, where }) =>
      type.secret && !keeps ? { type, where: sql<boolean>`${where} and not ${type.secret}` } : { type, where }),
  };
} // prettier-ignore

/** The requirements and their clauses; what names `8.5` says something of `8.5.1`. */
const clausesOf = (requirements: readonly Requirement[]): string[] => [
  ...new Set(
    requirements.flatMap(({ id, clause }) => [
      id,
      ...clause.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.')).slice(1),
    ]),
  ),
]; // prettier-ignore

/** Whole days, from and to included; the twelve months until today where nothing is said. */
function periodOf(house: House, { periodFrom, periodTo, startedAt }: Asked): When {
  // Taken up again tomorrow it is still about the same days.
  const usual = yearTo(startedAt === null ? house.now() : Date.parse(startedAt));
  return {
    now: usual.now,
    from: periodFrom === null ? usual.from : `${periodFrom}T00:00:00.000Z`,
    to: periodTo === null ? usual.to : new Date(Date.parse(periodTo) + 86_400_000).toISOString(),
  };
}

/** Made before its end, and open or changed since its beginning; everything where no period was asked for. */
const livedIn = ({ periodFrom, periodTo }: Asked, { from, to }: When): RawBuilder<boolean> =>
  periodFrom === null && periodTo === null
    ? sql<boolean>`true`
    : sql<boolean>`(r.id < ${firstId(to)}::uuid and (r.open or r.updated_at >= ${from}::timestamptz))`;

import { sql, type RawBuilder } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
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
  readonly selections: readonly Selection[];
};
type Asked = Pick<EvidencePack, 'scope' | 'clause' | 'process' | 'periodFrom' | 'periodTo'>;

/** Samples are packed with their contents; a pack within a pack says nothing. */
const apart = new Set(['audit-sample', 'evidence-pack']);

/**
 * What a pack is about. A clause brings the records that its requirements were answered by; a process also all that its
 * practice kept; a period or everything all there is. Never more than its owner may see.
 */
export function scopeOf(house: House, asked: Asked, actor: Actor): PackScope {
  const when = periodOf(house, asked);
  const requirements = standard().requirements.filter((r) => {
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
  const selections = [...conditions].map(([type, any]) => ({
    type,
    where: sql<boolean>`${sql.raw(`r.type = '${type.type}'`)} and ${visible(type.access, actor)} and (${sql.join(any, sql` or `)})`,
  }));
  return { when, requirements, selections };
}

/** Whole days, from and to included; the twelve months until today where nothing is said. */
function periodOf(house: House, { periodFrom, periodTo }: Asked): When {
  const usual = yearTo(house.now());
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

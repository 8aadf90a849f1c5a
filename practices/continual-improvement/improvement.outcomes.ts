import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { unitOf } from './improvement.figures.ts';
import { improvement } from './improvement.record.ts';
import { startOf } from './improvement.settings.ts';

type Outcome = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly owner: string | null;
  readonly measureKey: string | null;
  readonly metric: string | null;
  readonly unit: string | null;
  readonly direction: 'higher' | 'lower' | null;
  readonly targetMet: boolean | null;
} & Readonly<
  Record<
    | 'claimedBenefit' | 'foundBenefit' | 'followUp' | 'baselineFrom' | 'baselineTo' | 'foundFrom' | 'foundTo' | 'targetOn' | 'confidence',
    string | null
  >
> &
  Readonly<Record<'baselineValue' | 'baselineN' | 'targetValue' | 'foundValue' | 'foundN' | 'attainment', number | null>>; // prettier-ignore

const mostShown = 500;

/** Claimed against found, each with its periods and numbers: a benefit without them is an advertisement. */
export async function outcomes(tx: Tx, house: House, actor: Actor, from: string, to: string) {
  const { settings } = house.reference;
  const { rows } = await sql<Outcome>`
    select r.number, r.title, r.state, o.title as owner, t.measure_key as "measureKey", t.metric, t.unit, t.direction,
      t.claimed_benefit as "claimedBenefit", t.found_benefit as "foundBenefit", t.follow_up as "followUp",
      t.baseline_value as "baselineValue", t.baseline_n as "baselineN", t.baseline_from::text as "baselineFrom", t.baseline_to::text as "baselineTo",
      t.target_value as "targetValue", t.target_on::text as "targetOn", t.found_value as "foundValue", t.found_n as "foundN",
      t.found_from::text as "foundFrom", t.found_to::text as "foundTo", t.attainment, t.target_met as "targetMet", t.confidence
    from improvement t join record r on r.id = t.id left join record o on o.id = r.owner_id
    where t.measured_at >= ${startOf(settings, from)} and t.measured_at < ${startOf(settings, to, 1)}
      and r.state in ('measured', 'reported') and ${visible(improvement.access, actor)}
    order by t.measured_at, r.id limit ${mostShown}`.execute(tx.db);
  const items = rows.map((row) => {
    const measure = row.measureKey === null ? undefined : measureNamed(house, row.measureKey);
    return { ...row, unit: measure ? unitOf(measure) : row.unit };
  });
  const met = items.filter(({ targetMet }) => targetMet === true).length;
  return { from, to, n: items.length, met, items };
}

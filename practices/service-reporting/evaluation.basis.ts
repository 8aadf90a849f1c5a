import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import {
  isMet,
  kpiNamed,
  measuredAll,
  recordsOf,
  type Direction,
  type Narrowing,
  type Unit,
} from './figures.ts';
import type { Period } from './periods.ts';

/** One line that an evaluation rests on. */
export type BasisLine = {
  /** Of an objective its number, of a figure the key of its measure. */
  readonly key: string;
  readonly title: string;
  readonly unit: string | null;
  readonly value: number | null;
  readonly n: number | null;
  readonly target: number | null;
  readonly direction: Direction | null;
  readonly met: boolean | null;
  readonly records: string | null;
};
export type Basis = {
  readonly at: string;
  readonly objectives: readonly BasisLine[];
  readonly figures: readonly BasisLine[];
};

type Planned = {
  measureKey: string;
  title: string;
  narrowing: Narrowing;
  direction: Direction;
  target: number | null;
  unit: Unit;
};

/** 9.1 c: every objective with its last value. 9.1 d: every figure planned for services, of this one. */
export async function basisOf(
  tx: Tx,
  house: House,
  { kind, serviceId, period, zone }: { kind: 'system' | 'service'; serviceId: string | null; period: Period; zone: string },
): Promise<Basis> {
  const planned = await tx.run<Planned>(
    'evaluation_plan',
    `select t.measure_key as "measureKey", r.title, t.narrowing, t.direction, t.target, t.unit from measurement t join record r on r.id = t.id
     where r.state = 'in_force' and ($1::text = 'system' and t.narrowing = '{}' or t.subject = 'service' and
       (t.narrowing = '{}' or t.narrowing = jsonb_build_object('serviceId', $2::text))) order by r.id limit 200`,
    [kind, serviceId],
  );
  const narrowing: Narrowing = kind === 'service' && serviceId !== null ? { serviceId } : {};
  const figures: BasisLine[] = [];
  const values = await measuredAll(tx, house, planned.map(({ measureKey }) => measureKey), narrowing, period, zone); // prettier-ignore
  for (const { measureKey: key, title, direction, target } of planned) {
    const kpi = kpiNamed(house, key);
    const found = values.get(key);
    if (!kpi || !found) continue;
    figures.push({
      key, title, unit: kpi.unit, value: found.value, n: found.n, target, direction, met: isMet(found.value, target, direction),
      records: recordsOf(house, key, narrowing, period, zone).all ?? null,
    });
  }
  return { at: new Date(house.now()).toISOString(), objectives: kind === 'system' ? await objectivesOf(tx) : [], figures };
} // prettier-ignore

const objectivesOf = (tx: Tx) =>
  tx.run<BasisLine>(
    'evaluation_objectives',
    `select r.number as key, r.title, t.unit, t.last_value as value, null::int as n, t.target, t.direction, t.last_met as met, null::text as records
     from objective t join record r on r.id = t.id where r.state in ('active', 'achieved', 'missed') order by r.id limit 200`,
  );

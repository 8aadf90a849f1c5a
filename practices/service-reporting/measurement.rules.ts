import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { kpiNamed } from './figures.ts';
import type { Measurement } from './measurement.fields.ts';
import { blank, mayDecideAlone, wrote } from './reporting.roles.ts';
import { keptOf, narrowed } from './value.store.ts';
import { lastOver, periodsUpTo } from './periods.ts';

type Of = Rule<Measurement>;
const after = (measurement: Measurement, { input }: Context) => ({ ...measurement, ...input }) as Measurement;

/** 9.1 a: only what the software really computes is planned, each figure once. */
export async function planFacts(
  work: Work,
  measurement: Measurement,
  input: Readonly<Record<string, unknown>>,
) {
  const now = { ...measurement, ...input } as Measurement;
  const kpi = kpiNamed(work.house, now.measureKey);
  return { kpi, key: now.measureKey, twin: await twinOf(work, now) };
}

async function twinOf(tx: Tx, { id, measureKey, narrowing }: Measurement): Promise<string | undefined> {
  const rows = await tx.run<{ number: string; narrowing: Readonly<Record<string, string>> }>(
    'measurement_twins',
    `select r.number, t.narrowing from measurement t join record r on r.id = t.id
     where t.measure_key = $1 and r.state <> 'retired' and r.id <> $2 order by r.id limit 500`,
    [measureKey, id],
  );
  return rows.find((row) => narrowed(row.narrowing) === narrowed(narrowing ?? {}))?.number;
}

export const measureIsKnown: Of = (_measurement, _actor, { facts }) =>
  typeof facts['key'] === 'string' && facts['kpi'] === undefined
    ? no('measurement.no_such_measure', { key: facts['key'] }, 'measureKey')
    : undefined;

export const isThereOnce: Of = (_measurement, _actor, { facts }) =>
  typeof facts['twin'] === 'string'
    ? no('measurement.there_already', { number: facts['twin'] }, 'measureKey')
    : undefined;

export const hasTarget: Of = (measurement, _actor, context) => {
  const now = after(measurement, context);
  return now.direction !== 'observe' && now.target === null
    ? no('measurement.target_needed', {}, 'target')
    : undefined;
};

/** 9.1 a: what, how, when, by whom, against what; a plan with holes plans nothing. */
export const isWhole: Of = (measurement) => {
  const lacks = (['measureKey', 'method', 'ownerId', 'analystId', 'startsOn'] as const).find((field) =>
    blank(measurement[field]),
  );
  return lacks === undefined ? undefined : no('problem.required', { field: `@measurement.field.${lacks}` });
};

export const approvedByAnother: Of = (measurement, actor, context) =>
  wrote(measurement, actor) && !mayDecideAlone(context) ? no('measurement.approver_wrote_it') : undefined;

/** Whoever evaluates looks at values: where none was kept, there is nothing to conclude from. */
export async function valueFacts(work: Work, measurement: Measurement, _input: unknown, at: number) {
  const frequency = measurement.frequency ?? 'month';
  const periods = periodsUpTo(lastOver(dayIn(work.house.reference.settings, at), frequency), frequency, 12);
  const kept = await keptOf(work, [measurement.measureKey ?? ''], measurement.narrowing ?? {}, periods);
  return { kept: kept.size };
}

export const hasValues: Of = (_measurement, _actor, { facts }) =>
  facts['kept'] === 0 ? no('measurement.nothing_kept') : undefined;

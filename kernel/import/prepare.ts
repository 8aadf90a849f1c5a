import { withCustomFields, withCustomLabels } from '../custom-field/for-import.ts';
import type { House, Work } from '../practice/house.ts';
import { processOf } from '../process/refusal.ts';
import type { RecordType } from '../record/record.ts';
import { preparationOf, type RowOnItsWay } from './importer.ts';
import type { Job } from './job.store.ts';
import type { LabelsOf } from './labels.ts';

/** A type as files are read for it: with its custom fields, and with what its practice adds. */
export function readAs(house: House, type: RecordType): RecordType {
  const custom = withCustomFields(house.reference, type);
  const more = Object.entries(preparationOf(house, type.type)?.fields(house.reference) ?? {});
  if (more.length === 0) return custom;
  const process = processOf(custom);
  const { create } = process;
  return {
    ...custom,
    fields: { ...custom.fields, ...Object.fromEntries(more.map(([key, { field }]) => [key, field])) },
    process: {
      ...process,
      create: { ...create, fields: [...(create.fields ?? []), ...more.map(([key]) => key)] },
    } as unknown as RecordType['process'],
  };
}

export function labelsAs(house: House, type: RecordType, labels: LabelsOf): LabelsOf {
  const custom = withCustomLabels(house.reference, type, labels);
  const more = preparationOf(house, type.type)?.fields(house.reference);
  if (!more) return custom;
  return {
    ...custom,
    field: (name, key) => (Object.hasOwn(more, key) ? (more[key]?.labels ?? []) : custom.field(name, key)),
  };
}

/** Names that the practice itself can tell are no names any more. */
export function ownNames<R extends Pick<RowOnItsWay, 'input' | 'names'>>(house: House, type: string, row: R): R {
  const preparation = preparationOf(house, type);
  if (!preparation) return row;
  const input = { ...row.input };
  const names = row.names.filter(({ field, text, many }) => {
    const id = many ? undefined : preparation.idOf(house.reference, field, text);
    if (id !== undefined) input[field] = id;
    return id === undefined;
  });
  return { ...row, input, names };
} // prettier-ignore

export async function prepareRows(
  work: Work,
  job: Job,
  rows: readonly RowOnItsWay[],
  memory: Map<string, unknown>,
): Promise<readonly RowOnItsWay[]> {
  const own = rows.map((row) => ownNames(work.house, job.type, row));
  return (await preparationOf(work.house, job.type)?.prepare(work, job, own, memory)) ?? own;
}

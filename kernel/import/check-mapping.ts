import { invalid, type FieldProblem } from '../../platform/http/problem.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { processOf } from '../process/refusal.ts';
import { importersOf } from './importer.ts';
import { readAs } from './prepare.ts';
import type { Job } from './job.store.ts';
import type { Mapping } from './mapping.ts';
import { importable } from './suggest.ts';

/** Throws a 422 with everything that keeps this mapping from working for this file. */
export function checkMapping(house: House, job: Pick<Job, 'type' | 'columns'>, mapping: Mapping): void {
  const type = typeNamed(house, job.type);
  const faults: FieldProblem[] = [];
  if (mapping.identity !== null && !job.columns.includes(mapping.identity)) {
    faults.push({ field: 'identity', code: 'import.no_such_column', params: { column: mapping.identity } });
  }
  if (mapping.importer !== null) {
    const importer = importersOf(house).find((i) => i.key === mapping.importer && i.recordType === type.type);
    if (!importer?.matches(job.columns))
      faults.push({
        field: 'importer',
        code: 'import.no_such_importer',
        params: { importer: mapping.importer },
      });
  } else {
    faults.push(...columnFaults(house, job, mapping));
  }
  if (faults.length > 0) throw invalid(faults);
}

function columnFaults(house: House, job: Pick<Job, 'type' | 'columns'>, mapping: Mapping): FieldProblem[] {
  const type = readAs(house, typeNamed(house, job.type));
  const fields = importable(type);
  const faults: FieldProblem[] = [];
  const used = new Set<string>();
  for (const [column, { field }] of Object.entries(mapping.columns)) {
    const at = `columns.${column}`;
    if (!job.columns.includes(column))
      faults.push({ field: at, code: 'import.no_such_column', params: { column } });
    if (!Object.hasOwn(fields, field))
      faults.push({
        field: at,
        code: 'import.not_importable',
        params: { field, fields: Object.keys(fields).join(', ') },
      });
    else if (used.has(field)) faults.push({ field: at, code: 'import.mapped_twice', params: { field } });
    used.add(field);
  }
  for (const field of Object.keys(mapping.constants)) {
    if (!Object.hasOwn(fields, field))
      faults.push({
        field: `constants.${field}`,
        code: 'import.not_importable',
        params: { field, fields: Object.keys(fields).join(', ') },
      });
    used.add(field);
  }
  if (used.size === 0) return [...faults, { field: 'columns', code: 'import.nothing_mapped' }];
  const missing = (processOf(type).create.required ?? []).filter(
    (field) => !used.has(field) && (fields[field]?.about.initial ?? null) === null,
  );
  // With an identity some rows may only update; those that create are then told one by one.
  if (mapping.identity === null)
    faults.push(
      ...missing.map((field) => ({ field: 'columns', code: 'import.required_unmapped', params: { field } })),
    );
  return faults;
}

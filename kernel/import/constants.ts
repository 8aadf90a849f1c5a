import { invalid } from '../../platform/http/problem.ts';
import { system } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { convert } from './convert.ts';
import type { Job } from './job.store.ts';
import type { LabelsOf } from './labels.ts';
import { labelsAs, ownNames, readAs } from './prepare.ts';
import { resolveNames } from './resolve.ts';
import { complete } from './run-rows.ts';

/** The values that are the same for every row, names resolved. Throws a 422 for one that cannot be: nothing starts then. */
export async function constantsOf(
  house: House,
  job: Job,
  labels: LabelsOf,
): Promise<Readonly<Record<string, unknown>>> {
  const type = typeNamed(house, job.type);
  const row = ownNames(
    house,
    job.type,
    convert(readAs(house, type), job.mapping, [], [], labelsAs(house, type, labels)),
  );
  const resolved = await begin(house, (work) =>
    resolveNames(work, row.names, job.mapping.source, system('import'), false, {}),
  );
  const { input, reasons } = complete(row, resolved, {
    ...job,
    mapping: { ...job.mapping, unknown: 'reject' },
  });
  if (reasons.length > 0)
    throw invalid(reasons.map((reason) => ({ ...reason, field: `constants.${reason.field}` })));
  return input;
}

import { organisations, type OrganisationTree } from '../../kernel/directory/organisation.snapshot.ts';
import type { Reference, TargetFinder } from '../../kernel/practice/reference.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { agreements, placeOf, type Agreements, type InForce } from './agreement.snapshot.ts';
import type { Promised } from './targets.schema.ts';

const promiseOf: Readonly<Record<string, Promised>> = {
  response: 'respond',
  update: 'update',
  resolution: 'resolve',
};

/**
 * The target of a record's clock: of the agreement that applies, what it promises at the record's priority. An agreement
 * that applies but does not promise this is not passed over for a more general one: it promises nothing here.
 */
export const findTarget: TargetFinder = (reference, record, clock) => {
  const promise = promiseOf[clock];
  if (promise === undefined || record.priority === null) return null;
  return agreementFor(reference, record)?.targets.get(`${promise}:${record.priority}`) ?? null;
};

type Placed = Pick<BaseRecord, 'customerId' | 'serviceId' | 'occurredAt'>;

/** The agreement that applies to a record, by what was in force when the record started (processes.md 0.5). */
export const agreementFor = (reference: Reference, record: Placed): InForce | undefined =>
  applying(reference.get(agreements), reference.get(organisations), record);

/**
 * The order, first found first taken:
 * 1. the customer's agreement on this service, the customer's own before that of the organisation above it;
 * 2. every customer's agreement on this service;
 * 3. the customer's agreement on every service, again its own before that of the organisation above;
 * 4. every customer's agreement on every service: the standing offer.
 */
export function applying(all: Agreements, tree: OrganisationTree, record: Placed): InForce | undefined {
  const at = Date.parse(record.occurredAt);
  const customers = upwards(tree, record.customerId);
  const places = [
    ...(record.serviceId === null
      ? []
      : [...customers.map((id) => placeOf(id, record.serviceId)), placeOf(null, record.serviceId)]),
    ...customers.map((id) => placeOf(id, null)),
    placeOf(null, null),
  ];
  for (const place of places) {
    const found = all.get(place)?.find((agreement) => agreement.from <= at && at < agreement.until);
    if (found) return found;
  }
  return undefined;
}

/** The organisation and those above it; a ring in the tree ends where it began. */
function upwards(tree: OrganisationTree, id: string | null): string[] {
  const found: string[] = [];
  for (let next = id; next !== null && !found.includes(next); next = tree.parentOf.get(next) ?? null)
    found.push(next);
  return found;
}

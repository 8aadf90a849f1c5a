import {
  boolean,
  choice,
  date,
  instant,
  integer,
  money,
  readOnly,
  reference,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** Ten thousand million of a currency with cents: no single asset costs more, and every sum stays exact. */
export const mostCents = 1_000_000_000_000;
export const cents = () => money(mostCents);
/** ISO 4217; the ones an organisation here pays in first. */
export const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'SGD', 'KRW', 'TWD', 'CHF'] as const;
export const currency = () => starting('CNY', choice(...currencies));
export const kinds = ['hardware', 'software', 'cloud', 'saas'] as const;

export const fields = {
  /** What the label on it says. */
  tag: text(60),
  kind: choice(...kinds),
  ownership: choice('owned', 'leased', 'subscribed'),
  model: text(200),
  serial: text(120),
  userId: reference('person'),
  costCentre: text(60),
  location: text(200),
  ciId: reference('ci'),
  supplierId: reference('organisation'),
  orderRef: text(100),
  purchasedOn: date(),
  costCents: cents(),
  currency: currency(),
  warrantyUntil: date(),
  endOfSupport: date(),
  endOfLife: date(),
  depreciationMethod: starting('none', choice('none', 'straight_line', 'declining_balance', 'expensed')),
  usefulMonths: integer(1, 600),
  residualCents: cents(),
  /** Of the declining balance, per year; empty: twice what the straight line takes in a year. */
  decliningPercent: integer(1, 100),
  inServiceOn: date(),
  /** Then it is disposed of only with a proof of their erasure. */
  holdsData: starting(true, boolean()),
  /** Where it begins in the register: asked for, or already here (initial load, import). */
  entryState: starting('requested', choice('requested', 'in_stock', 'in_use')),
  countedAt: readOnly(instant()),
  countResult: readOnly(choice('found', 'elsewhere', 'missing', 'unexpected')),
  retiredOn: readOnly(date()),
  retiredById: readOnly(reference('person')),
  retireCode: choice('end_of_life', 'replaced', 'damaged', 'lost', 'sold', 'returned'),
  erasedOn: readOnly(date()),
  erasedById: readOnly(reference('person')),
  erasureMethod: choice('overwritten', 'crypto_erased', 'degaussed', 'shredded', 'by_supplier', 'no_data', 'lost'),
  /** The certificate among the record's files. */
  erasureFile: readOnly(text(36)),
  writtenOffOn: readOnly(date()),
  writtenOffById: readOnly(reference('person')),
  writtenOffCents: readOnly(cents()),
  disposedOn: readOnly(date()),
  disposalWay: choice('recycled', 'sold', 'donated', 'returned', 'destroyed', 'lost'),
  sodException: readOnly(starting(false, boolean())),
}; // prettier-ignore
export type Asset = RecordOf<typeof fields>;

/** Run the register: buy, change, retire, decide on differences. */
export const keepers = ['asset-manager', 'administrator', 'sms-manager'] as const;
/** Have the things in their hands: receive, hand out, repair, count, erase. */
export const handlers = [...keepers, 'service-desk-lead', 'service-desk-agent', 'engineer'] as const;
/** Write a value off the books. */
export const bookkeepers = ['asset-manager', 'administrator', 'sms-manager', 'top-management'] as const;

export const describing = [
  'title', 'tag', 'kind', 'ownership', 'model', 'serial', 'ownerId', 'userId', 'costCentre', 'location', 'orgUnitId',
  'serviceId', 'teamId', 'ciId', 'supplierId', 'orderRef', 'holdsData', 'warrantyUntil', 'endOfSupport', 'endOfLife',
] as const; // prettier-ignore
export const monetary = [
  'purchasedOn', 'costCents', 'currency', 'depreciationMethod', 'usefulMonths', 'residualCents', 'decliningPercent',
  'inServiceOn',
] as const; // prettier-ignore

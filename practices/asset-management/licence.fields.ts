import {
  choice,
  date,
  instant,
  integer,
  longText,
  readOnly,
  reference,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { cents, currency } from './asset.fields.ts';

export const fields = {
  product: text(200),
  /** On the contract or certificate that proves it. */
  entitlementNumber: text(120),
  metric: choice('device', 'user', 'concurrent', 'core', 'instance', 'site'),
  entitled: integer(0, 10_000_000),
  used: readOnly(starting(0, integer())),
  validFrom: date(),
  /** Empty: for ever. */
  validTo: date(),
  costCents: cents(),
  currency: currency(),
  costCentre: text(60),
  supplierId: reference('organisation'),
  measured: integer(0, 10_000_000),
  reconciledOn: readOnly(date()),
  reconciledById: readOnly(reference('person')),
  acceptedOver: integer(0, 10_000_000),
  acceptedUntil: date(),
  riskDecision: longText(4000),
  acceptedById: readOnly(reference('person')),
  acceptedAt: readOnly(instant()),
}; // prettier-ignore
export type Licence = RecordOf<typeof fields>;

export const terms = [
  'title', 'product', 'entitlementNumber', 'metric', 'entitled', 'validFrom', 'validTo', 'costCents', 'currency',
  'costCentre', 'supplierId', 'ownerId', 'orgUnitId', 'serviceId',
] as const; // prettier-ignore

/** What may be in use today: what was bought, and what somebody with the authority has accepted above it. */
export const allowed = (
  { entitled, acceptedOver, acceptedUntil }: Pick<Licence, 'entitled' | 'acceptedOver' | 'acceptedUntil'>,
  today: string,
): number => (entitled ?? 0) + (acceptedUntil !== null && acceptedUntil >= today ? (acceptedOver ?? 0) : 0);

/** What is in use: as assigned, or as found installed where that is more. */
export const inUse = ({ used, measured }: Pick<Licence, 'used' | 'measured'>): number =>
  Math.max(used ?? 0, measured ?? 0);

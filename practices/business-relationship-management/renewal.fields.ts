import { choice, date, longText, money, readOnly, reference, starting } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

export const renewalFields = {
  agreementId: reference('agreement'),
  termEndsOn: readOnly(date()),
  newAgreementId: reference('agreement'),
  newTermEndsOn: date(),
  /** What the contract is worth in a year. */
  valueCents: money(1_000_000_000_000),
  currency: starting('CNY', choice('CNY', 'USD', 'EUR', 'HKD', 'SGD', 'JPY', 'GBP')),
  lostBecause: choice('price', 'quality', 'competitor', 'own_staff', 'no_need', 'other'),
  note: longText(4000),
  decidedOn: readOnly(date()),
  decidedById: readOnly(reference('person')),
};
export type ContractRenewal = RecordOf<typeof renewalFields>;

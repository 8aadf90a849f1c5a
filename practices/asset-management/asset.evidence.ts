import {
  answers,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';

/** 8.2.5, answered by assets, stock-takes and licences. */
const held = {
  recordType: 'asset',
  at: 'now',
  population: where(`r.state in ('received', 'in_use', 'in_repair', 'in_stock')`),
} as const;

export const assetEvidence: readonly Evidence[] = [
  answers(
    '8.2.5-a',
    each({
      ...held,
      key: 'asset.kept',
      empty: 'missing',
      fault: where(`r.owner_id is null or (coalesce(btrim(t.location), '') = '' and t.user_id is null)`),
    }),
    each({
      ...held,
      key: 'asset.within_life',
      population: where(`r.state = 'in_use' and coalesce(t.end_of_support, t.end_of_life) is not null`),
      fault: whereAt('least(t.end_of_support, t.end_of_life) < (:now)::date'),
      due: instantOf('least(t.end_of_support, t.end_of_life)::timestamptz'),
    }),
    some({
      key: 'stock_take.done',
      recordType: 'stock-take',
      at: instantOf('r.closed_at'),
      within: 'interval',
      population: where(`r.state = 'closed'`),
    }),
  ),
  answers(
    '8.2.5-b',
    each({
      key: 'licence.covered',
      recordType: 'licence',
      at: 'now',
      population: where(`r.state = 'active'`),
      fault: whereAt(
        `t.used > t.entitled and (t.accepted_until is null or t.accepted_until < (:now)::date or t.used > t.entitled + coalesce(t.accepted_over, 0))`,
      ),
      watched: true,
    }),
    each({
      key: 'asset.erased',
      recordType: 'asset',
      at: instantOf('t.disposed_on::timestamptz'),
      population: where(`r.state = 'disposed' and t.holds_data`),
      fault: where(
        `t.erased_on is null or t.erased_on > t.disposed_on or coalesce(btrim(t.erasure_method), '') = ''`,
      ),
    }),
  ),
];

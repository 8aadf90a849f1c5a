import type { Tx } from '../../platform/db/tx.ts';
import { newId } from '../../kernel/record/id.ts';
import type { StockTake } from './stock-take.fields.ts';
import type { Result } from './stock-take.results.ts';

export type Line = {
  readonly id: string;
  readonly assetId: string | null;
  readonly tag: string | null;
  readonly expected: boolean;
  readonly expectedLocation: string | null;
  readonly expectedUserId: string | null;
  readonly result: Result;
  readonly location: string | null;
  readonly note: string | null;
  readonly countedAt: string | null;
  readonly countedById: string | null;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedById: string | null;
};
const columns = `id, asset_id as "assetId", tag, expected, expected_location as "expectedLocation",
  expected_user_id as "expectedUserId", result, location, note, counted_at as "countedAt", counted_by_id as "countedById",
  decision, reason, decided_at as "decidedAt", decided_by_id as "decidedById"`;

type Scope = Pick<StockTake, 'id' | 'scopeLocation' | 'scopeCostCentre' | 'scopeKind' | 'orgUnitId'>;

/** What should be there: everything in hand, in use, in repair or in stock that the scope names. */
const inScope = `from asset a join record r on r.id = a.id
  where r.type = 'asset' and r.state in ('received', 'in_use', 'in_repair', 'in_stock')
    and ($1::text is null or lower(a.location) = lower($1) or starts_with(lower(a.location), lower($1) || ' '))
    and ($2::text is null or a.cost_centre = $2) and ($3::text = 'all' or a.kind = $3)
    and ($4::uuid is null or r.org_unit_id = $4)`;
const scopeValues = (take: Scope) => [
  take.scopeLocation,
  take.scopeCostCentre,
  take.scopeKind ?? 'hardware',
  take.orgUnitId,
];

export async function expectedIn(tx: Tx, take: Scope): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    'stock_take_expected',
    `select count(*)::integer as n ${inScope}`,
    scopeValues(take),
  );
  return row?.n ?? 0;
}

/** Freezes the list, with what the register says today: what is counted later is compared with this. */
export const freezeList = (tx: Tx, take: Scope) =>
  tx.run(
    'stock_take_freeze',
    `insert into stock_take_line (id, stock_take_id, asset_id, tag, expected, expected_location, expected_user_id, result)
     select gen_random_uuid(), $5, a.id, a.tag, true, a.location, a.user_id, 'pending' ${inScope}`,
    [...scopeValues(take), take.id],
  );

export const lineOf = async (tx: Tx, takeId: string, assetId: string | null, tag: string) =>
  (
    await tx.run<Line>(
      'stock_take_line_of',
      `select ${columns} from stock_take_line where stock_take_id = $1
         and case when $2::uuid is null then asset_id is null and lower(tag) = lower($3) else asset_id = $2::uuid end`,
      [takeId, assetId, tag],
    )
  )[0];

export const lineById = async (tx: Tx, takeId: string, id: string) =>
  (
    await tx.run<Line>(
      'stock_take_line_by_id',
      `select ${columns} from stock_take_line where id = $2 and stock_take_id = $1`,
      [takeId, id],
    )
  )[0];

type Counted = {
  readonly takeId: string;
  readonly line: Line | undefined;
  readonly assetId: string | null;
  readonly tag: string;
  readonly result: Result;
  readonly location: string | null;
  readonly note: string | null;
  readonly at: string;
  readonly byId: string | null;
};

/** Writes what was seen; seen again it is corrected, and a decision on the former difference is open again. */
export const writeCount = (tx: Tx, { takeId, line, ...c }: Counted) =>
  line
    ? tx.run(
        'stock_take_count',
        `update stock_take_line set result = $2, location = $3, note = coalesce($4, note), counted_at = $5, counted_by_id = $6,
           decision = null, reason = null, decided_at = null, decided_by_id = null where id = $1`,
        [line.id, c.result, c.location, c.note, c.at, c.byId],
      )
    : tx.run(
        'stock_take_add',
        `insert into stock_take_line (id, stock_take_id, asset_id, tag, expected, result, location, note, counted_at, counted_by_id)
         values ($1, $2, $3, $4, false, $5, $6, $7, $8, $9)`,
        [newId(), takeId, c.assetId, c.tag, c.result, c.location, c.note, c.at, c.byId],
      );

/** At the end of the counting what nobody has seen is missing; when it goes on, that is open again. */
export const missWhatIsPending = (tx: Tx, takeId: string) =>
  tx.run(
    'stock_take_miss',
    `update stock_take_line set result = 'missing' where stock_take_id = $1 and result = 'pending'`,
    [takeId],
  );
export const reopenMissing = (tx: Tx, takeId: string) =>
  tx.run(
    'stock_take_reopen',
    `update stock_take_line set result = 'pending' where stock_take_id = $1 and result = 'missing' and decision is null`,
    [takeId],
  );

export const decideLine = (
  tx: Tx,
  id: string,
  given: { decision: string; reason: string; at: string; byId: string | null },
) =>
  tx.run(
    'stock_take_decide',
    'update stock_take_line set decision = $2, reason = $3, decided_at = $4, decided_by_id = $5 where id = $1',
    [id, given.decision, given.reason, given.at, given.byId],
  );

export type Counts = Pick<
  StockTake,
  'foundCount' | 'elsewhereCount' | 'missingCount' | 'unexpectedCount' | 'openDifferences'
>;
export const countsOf = async (tx: Tx, takeId: string): Promise<Counts> => {
  const [row] = await tx.run<Counts>(
    'stock_take_counts',
    `select count(*) filter (where result = 'found')::integer as "foundCount",
       count(*) filter (where result = 'elsewhere')::integer as "elsewhereCount",
       count(*) filter (where result = 'missing')::integer as "missingCount",
       count(*) filter (where result = 'unexpected')::integer as "unexpectedCount",
       count(*) filter (where result in ('elsewhere', 'missing', 'unexpected') and decision is null)::integer as "openDifferences"
     from stock_take_line where stock_take_id = $1`,
    [takeId],
  );
  if (!row) throw new Error('an aggregate has one row');
  return row;
};

/** A page of lines of one result, or of what is still to be decided. */
export const linesOf = (tx: Tx, takeId: string, only: Result | 'open' | 'all', after: string | null) =>
  tx.run<Line>(
    'stock_take_lines',
    `select ${columns} from stock_take_line where stock_take_id = $1 and ($3::uuid is null or id > $3::uuid)
       and case $2 when 'all' then true
         when 'open' then result in ('elsewhere', 'missing', 'unexpected') and decision is null
         else result = $2 end
     order by id limit 101`,
    [takeId, only, after],
  );

/** What was counted last, to be seen on the phone. */
export const lastCounted = (tx: Tx, takeId: string, byId: string | null) =>
  tx.run<Line>(
    'stock_take_last',
    `select ${columns} from stock_take_line where stock_take_id = $1 and counted_by_id = $2 and counted_at is not null
     order by counted_at desc limit 8`,
    [takeId, byId],
  );

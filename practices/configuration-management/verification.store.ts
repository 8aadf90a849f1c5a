import type { Tx } from '../../platform/db/tx.ts';
import { idsIn, typedScope } from './baseline.store.ts';
import type { LineResult, Verification } from './verification.fields.ts';

export type SampleItem = {
  readonly ciId: string;
  readonly place: number;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly classId: string;
  readonly location: string | null;
  readonly present: boolean | null;
  readonly note: string | null;
  readonly checkedAt: string | null;
  readonly checkedById: string | null;
};
export type Line = {
  readonly ciId: string;
  readonly field: string;
  readonly recorded: unknown;
  readonly result: LineResult | null;
  readonly found: unknown;
};

const scopeOf = (one: Verification) => ({
  name: one.scope ?? 'everything',
  // Only what is in use is looked for; services are looked at in the catalogue.
  text: `select p.id from (${idsIn[one.scope ?? 'everything']}) p (id) join record r on r.id = p.id
    where r.type = 'ci' and r.state in ('live', 'under_change', 'in_stock', 'in_test')`,
  values: [one.scopeClassId, one.scopeRootId, one.scopeDepth],
});

export async function populationOf(tx: Tx, one: Verification): Promise<number> {
  const { name, text, values } = scopeOf(one);
  const [row] = await tx.run<{ n: number }>(
    `verification_population_${name}`,
    `with given as ${typedScope} select count(*)::int as n from (${text}) x`,
    values,
  );
  return row?.n ?? 0;
}

/** The same seed over the same items draws the same sample: by the digest of both, which nobody can lean on. */
export async function drawSample(tx: Tx, one: Verification): Promise<number> {
  const { name, text, values } = scopeOf(one);
  await tx.run(
    `verification_sample_${name}`,
    `with given as ${typedScope}
     insert into verification_item (verification_id, ci_id, place)
     select $4::uuid, id, row_number() over (order by digest, id) from (
       select x.id, md5($5::text || x.id::text) as digest from (${text}) x order by 2, 1 limit $6::integer) drawn`,
    [...values, one.id, one.seed, one.sampleSize],
  );
  const [row] = await tx.run<{ n: number }>(
    'verification_lines',
    `with said as (
       select i.ci_id, f.field, f.place, f.recorded
       from verification_item i join record r on r.id = i.ci_id join ci c on c.id = i.ci_id join ci_class k on k.id = c.class_id
       cross join lateral (
         values ('title', 1, to_jsonb(r.title)), ('classId', 2, to_jsonb(k.key)), ('serialNumber', 3, to_jsonb(c.serial_number)),
           ('location', 4, to_jsonb(c.location)), ('criticality', 5, to_jsonb(c.criticality))
         union all select 'attributes.' || a.key, 100 + row_number() over (order by a.key)::int, a.value from jsonb_each(c.attributes) a
       ) f (field, place, recorded)
       where i.verification_id = $1 and (f.recorded is not null or f.field in ('serialNumber', 'location'))
     ), put as (
       insert into verification_line (verification_id, ci_id, field, place, recorded)
       select $1, ci_id, field, place, recorded from said)
     select count(*)::int as n from verification_item where verification_id = $1`,
    [one.id],
  );
  return row?.n ?? 0;
}

const itemColumns = `i.ci_id as "ciId", i.place, r.number, r.title, r.state, r.owner_id as "ownerId", c.class_id as "classId", c.location,
  i.present, i.note, i.checked_at as "checkedAt", i.checked_by_id as "checkedById"`;

export const sampleOf = (tx: Tx, id: string, only: 'open' | 'done' | 'all', after: number) =>
  tx.run<SampleItem>(
    'verification_sample_of',
    `select ${itemColumns} from verification_item i join record r on r.id = i.ci_id join ci c on c.id = i.ci_id
     where i.verification_id = $1 and i.place > $3 and ($2 = 'all' or (i.checked_at is null) = ($2 = 'open')) order by i.place limit 101`,
    [id, only, after],
  );

export const sampleItem = async (tx: Tx, id: string, ciId: string) =>
  (
    await tx.run<SampleItem>(
      'verification_sample_item',
      `select ${itemColumns} from verification_item i join record r on r.id = i.ci_id join ci c on c.id = i.ci_id
       where i.verification_id = $1 and i.ci_id = $2`,
      [id, ciId],
    )
  )[0];

export const linesOf = (tx: Tx, id: string, ciIds: readonly string[]) =>
  tx.run<Line>(
    'verification_lines_of',
    `select ci_id as "ciId", field, recorded, result, found from verification_line
     where verification_id = $1 and ci_id = any($2::uuid[]) order by ci_id, place, field`,
    [id, ciIds],
  );

export const writeCheck = async (
  tx: Tx,
  id: string,
  ciId: string,
  given: { present: boolean; note: string | null; at: string; byId: string | null },
  lines: readonly { field: string; result: LineResult; found: unknown }[],
) => {
  await tx.run(
    'verification_check',
    `update verification_item set present = $3, note = $4, checked_at = $5, checked_by_id = $6 where verification_id = $1 and ci_id = $2`,
    [id, ciId, given.present, given.note, given.at, given.byId],
  );
  await tx.run(
    'verification_check_lines',
    `insert into verification_line (verification_id, ci_id, field, place, result, found)
     select $1, $2, x.field, 1000, x.result, x.found from jsonb_to_recordset($3::jsonb) as x(field text, result text, found jsonb)
     on conflict (verification_id, ci_id, field) do update set result = excluded.result, found = excluded.found`,
    [id, ciId, JSON.stringify(lines)],
  );
};

export type Totals = Pick<
  Verification,
  'itemsChecked' | 'itemsRight' | 'itemsAbsent' | 'attributesChecked' | 'attributesRight'
>;
/** An item is right when it is there and each of its attributes is. */
export async function totalsOf(tx: Tx, id: string): Promise<Totals> {
  const [row] = await tx.run<Totals>(
    'verification_totals',
    `with lines as (
       select l.ci_id, count(*) filter (where l.result is not null) as checked, count(*) filter (where l.result = 'right') as good
       from verification_line l where l.verification_id = $1 group by l.ci_id)
     select count(*) filter (where i.checked_at is not null)::int as "itemsChecked",
       count(*) filter (where i.present and coalesce(l.checked, 0) = coalesce(l.good, 0) and i.checked_at is not null)::int as "itemsRight",
       count(*) filter (where i.present = false)::int as "itemsAbsent",
       coalesce(sum(l.checked), 0)::int as "attributesChecked", coalesce(sum(l.good), 0)::int as "attributesRight"
     from verification_item i left join lines l on l.ci_id = i.ci_id where i.verification_id = $1`,
    [id],
  );
  if (!row) throw new Error('an aggregate has one row');
  return row;
}

export const openCorrections = async (tx: Tx, id: string): Promise<number> =>
  (
    await tx.run<{ n: number }>(
      'verification_open_corrections',
      `select count(*)::int as n from difference d join record r on r.id = d.id where d.verification_id = $1 and r.state in ('open', 'raised')`,
      [id],
    )
  )[0]?.n ?? 0;

/** Present and not noted as verified yet, because something was wrong then. */
export const correctedItems = async (tx: Tx, id: string): Promise<readonly string[]> =>
  (
    await tx.run<{ id: string }>(
      'verification_corrected',
      `select i.ci_id as id from verification_item i join ci c on c.id = i.ci_id join record r on r.id = i.ci_id
       where i.verification_id = $1 and i.present and (c.last_verified_at is null or c.last_verified_at < i.checked_at)
         and r.state in ('building', 'in_test', 'in_stock', 'live', 'under_change') order by i.ci_id`,
      [id],
    )
  ).map((row) => row.id);

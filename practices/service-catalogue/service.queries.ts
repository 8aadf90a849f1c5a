import type { Tx } from '../../platform/db/tx.ts';

/** Everything these services depend on, themselves included; a cycle, should there be one, ends where it began. */
export async function dependenciesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  // Two edits at the same time could each be free of cycles and make one together.
  await tx.run('lock_dependencies', `select pg_advisory_xact_lock(hashtext('service dependencies'))`);
  const rows = await tx.run<{ id: string }>(
    'service_dependencies',
    `with recursive needed(id) as (
       select unnest($1::uuid[])
       union select unnest(s.depends_on_ids) from service s join needed n on n.id = s.id
     ) select id from needed`,
    [ids],
  );
  return rows.map((row) => row.id);
}

/** Numbers of those among these services that are offered no more. */
export const withdrawnAmong = (tx: Tx, ids: readonly string[]) =>
  numbersOf(
    tx,
    'withdrawn_services',
    `select number from record where id = any($1::uuid[]) and type = 'service' and state = 'withdrawn' order by number`,
    [ids],
  );

/** Published services that depend directly on this one. */
export const publishedDependants = (tx: Tx, id: string) =>
  numbersOf(
    tx,
    'published_dependants',
    `select r.number from service s join record r on r.id = s.id
     where s.depends_on_ids @> array[$1::uuid] and r.state = 'published' and r.id <> $1 order by r.number`,
    [id],
  );

/** Agreements in force, or agreed and about to be, that name this service. */
export const agreementsCovering = (tx: Tx, id: string) =>
  numbersOf(
    tx,
    'agreements_covering',
    `select r.number from agreement a join record r on r.id = a.id
     where a.service_ids @> array[$1::uuid] and r.state in ('agreed', 'active', 'in_review') order by r.number`,
    [id],
  );

const numbersOf = async (tx: Tx, name: string, text: string, values: readonly unknown[]) =>
  (await tx.run<{ number: string }>(name, text, values)).map((row) => row.number);

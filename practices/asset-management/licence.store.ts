import type { Tx } from '../../platform/db/tx.ts';

export const usedOf = async (tx: Tx, licenceId: string): Promise<number> => {
  const [row] = await tx.run<{ n: number }>(
    'licence_used',
    'select coalesce(sum(quantity), 0)::integer as n from licence_assignment where licence_id = $1 and until is null',
    [licenceId],
  );
  return row?.n ?? 0;
};

export type Assignee = {
  readonly type: string;
  readonly state: string;
  readonly open: boolean;
  readonly holds: boolean;
};

/** Who or what is to get it, and whether it has it already. */
export const assigneeOf = async (tx: Tx, licenceId: string, id: string): Promise<Assignee | undefined> =>
  (
    await tx.run<Assignee>(
      'licence_assignee',
      `select r.type, r.state, r.open, exists (select 1 from licence_assignment a
         where a.licence_id = $1 and a.assignee_id = r.id and a.until is null) as holds
       from record r where r.id = $2 and r.type in ('asset', 'person')`,
      [licenceId, id],
    )
  )[0];

export const quantityOf = async (
  tx: Tx,
  licenceId: string,
  assignmentId: string,
): Promise<number | undefined> =>
  (
    await tx.run<{ quantity: number }>(
      'licence_assignment_quantity',
      'select quantity from licence_assignment where id = $1 and licence_id = $2 and until is null',
      [assignmentId, licenceId],
    )
  )[0]?.quantity;

export const addAssignment = (
  tx: Tx,
  given: {
    id: string;
    licenceId: string;
    assigneeId: string;
    quantity: number;
    at: string;
    byId: string | null;
  },
) =>
  tx.run(
    'add_licence_assignment',
    'insert into licence_assignment (id, licence_id, assignee_id, quantity, since, by_id) values ($1, $2, $3, $4, $5, $6)',
    [given.id, given.licenceId, given.assigneeId, given.quantity, given.at, given.byId],
  );

export const endAssignment = (tx: Tx, id: string, at: string, byId: string | null) =>
  tx.run(
    'end_licence_assignment',
    'update licence_assignment set until = $2, ended_by_id = $3 where id = $1',
    [id, at, byId],
  );

export type Assignment = {
  readonly id: string;
  readonly licenceId: string;
  readonly assigneeId: string;
  readonly quantity: number;
  readonly since: string;
  readonly until: string | null;
  readonly byId: string | null;
};
const columns = `id, licence_id as "licenceId", assignee_id as "assigneeId", quantity, since, until, by_id as "byId"`;

/** A page of who has it, current ones only unless `ended` is asked for; the last id is the place to go on from. */
export const assignmentsOf = (tx: Tx, licenceId: string, ended: boolean, after: string | null) =>
  tx.run<Assignment>(
    'assignments_of_licence',
    `select ${columns} from licence_assignment where licence_id = $1 and (until is not null) = $2
       and ($3::uuid is null or id > $3::uuid) order by id limit 201`,
    [licenceId, ended, after],
  );

export const licencesOf = (tx: Tx, assigneeId: string) =>
  tx.run<Assignment>(
    'licences_of_assignee',
    `select ${columns} from licence_assignment where assignee_id = $1 and until is null order by id limit 200`,
    [assigneeId],
  );

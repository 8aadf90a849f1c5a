import { defineSnapshot } from '../practice/reference.ts';

export type TeamRow = {
  readonly id: string;
  readonly title: string;
  readonly memberIds: readonly string[];
  readonly leadId: string | null;
  readonly escalatesToId: string | null;
};

/** Teams in use, by id. Membership of a person is read from the database, because people can be millions. */
export const teams = defineSnapshot<ReadonlyMap<string, TeamRow>>({
  name: 'teams',
  on: ['team'],
  load: async (tx) => {
    const rows = await tx.run<TeamRow>(
      'all_teams',
      `select t.id, r.title, t.member_ids as "memberIds", t.lead_id as "leadId", t.escalates_to_id as "escalatesToId"
       from team t join record r on r.id = t.id where r.state = 'active'`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
});

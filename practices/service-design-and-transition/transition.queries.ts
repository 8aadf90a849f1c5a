import type { Tx } from '../../platform/db/tx.ts';

export type StateRow = { readonly id: string; readonly number: string; readonly state: string };
export const statesOf = async (tx: Tx, ids: readonly (string | null)[]): Promise<readonly StateRow[]> => {
  const given = ids.filter((id) => id !== null);
  return given.length === 0
    ? []
    : tx.run<StateRow>(
        'transition_states_of',
        'select id, number, state from record where id = any($1::uuid[]) order by number',
        [given],
      );
};

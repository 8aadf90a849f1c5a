import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { trialRunItems, type Item } from './trial-run.items.ts';
import type { Found } from './trial-run.queries.ts';

/** `not_built`: the practice that would show it is not there yet, and nothing is claimed of it. */
type State = 'met' | 'partly' | 'missing' | 'not_built';

/** Each item of the gate as it stands now. */
export async function trialRun(tx: Tx, house: House) {
  const items = [];
  for (const item of trialRunItems) items.push(await stateOf(tx, house, item));
  return {
    items,
    met: items.filter(({ state }) => state === 'met').length,
    told: items.filter(({ state }) => state !== 'not_built').length,
  };
}

async function stateOf(tx: Tx, house: House, { key, type, ask, records }: Item) {
  if (!ask || (type !== undefined && !house.types.has(type)))
    return { key, state: 'not_built' as const, have: null, want: null, parts: null, records: null };
  const found = await ask(tx, house);
  return { key, state: judged(found), parts: null, records: records ?? null, ...found };
}

const judged = ({ have, want }: Found): State => (have >= want ? 'met' : have > 0 ? 'partly' : 'missing');

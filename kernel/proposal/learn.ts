import { onConnection } from '../../platform/db/tx.ts';
import type { House } from '../practice/house.ts';
import { readHistory, type Told } from './history.queries.ts';
import { learn, measure, type Example } from './model.ts';
import { keepModel, learnt, newestOf } from './model.store.ts';
import type { ProposalSource, ProposalTarget } from './proposal.ts';

/** Older ones tell how it was, and learning stays bounded. */
const mostRecords = 200_000;
/** Below that neither the model nor its accuracy would mean anything. */
const leastRecords = 30;

/**
 * Learns every target of a record type from its own history. Accuracy is measured honestly: a first model learns from
 * the oldest two thirds, with each record's target as it stood when the last third began, and is asked about that last
 * third; what is then kept and used has learnt from all.
 */
export async function learnFrom(house: House, source: ProposalSource): Promise<void> {
  const newest = await onConnection(house.pool, (tx) => newestOf(tx, source.recordType));
  for (const target of source.targets) await learnTarget(house, source, target);
  await onConnection(house.pool, (tx) => learnt(tx, source.recordType, house.now(), newest));
}

async function learnTarget(house: House, source: ProposalSource, target: ProposalTarget): Promise<void> {
  const began = performance.now();
  const history = await readHistory(house, source, target, mostRecords);
  if (history.length < leastRecords) return;
  const [before, after] = split(history);
  const measured = await measure(await learn(before), after);
  const model = await learn(history);
  await onConnection(house.pool, (tx) =>
    keepModel(tx, source.recordType, target.name, model, {
      ...measured,
      records: history.length,
      learntAt: new Date(house.now()).toISOString(),
      tookMs: Math.round(performance.now() - began),
    }),
  );
}

/** The oldest two thirds as they stood at the moment the last third began, and the last third as it ended. */
export function split(history: readonly Told[]): readonly [Example[], Example[]] {
  const cut = Math.floor((history.length * 2) / 3);
  const then = history[cut]?.at ?? Infinity;
  const before = history.slice(0, cut).flatMap((told): Example[] => {
    // Without moves in the trail it has been what it is since it was recorded.
    const klass = told.moves.length === 0 ? told.klass : told.moves.findLast((m) => m.at <= then)?.klass;
    return klass === undefined ? [] : [{ ...told, klass }];
  });
  return [before, history.slice(cut)];
}

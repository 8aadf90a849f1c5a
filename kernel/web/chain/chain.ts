import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import type { Chain, ChainEdge, ChainRecord } from '../../chain/chain.ts';
import type { MetaType, Refs } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';

export type ChainAnswer = Chain & { readonly refs: Refs };

export const useChain = (meta: MetaType, number: string) =>
  useQuery({
    queryKey: [...keys.record(meta.type, number), 'chain'],
    queryFn: ({ signal }) => api.get<ChainAnswer>(`${endpoints.record(meta.plural, number)}/chain`, signal),
  });

export type Tie = { readonly kind: string; readonly direction: 'out' | 'in'; readonly other: ChainRecord };

/** How one record of the chain belongs to the others, read from it. */
export function tiesOf(chain: Chain, id: string): readonly Tie[] {
  const byId = new Map(chain.items.map((item) => [item.id, item]));
  return chain.edges.flatMap((edge: ChainEdge): readonly Tie[] => {
    const [direction, otherId] =
      edge.from === id ? (['out', edge.to] as const) : (['in', edge.from] as const);
    const other = byId.get(otherId);
    return (edge.from === id || edge.to === id) && other ? [{ kind: edge.kind, direction, other }] : [];
  });
}

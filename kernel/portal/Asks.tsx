import { createContext, lazy, Suspense, useContext, type ComponentType } from 'react';
import type { PortalPart } from './part.ts';

type Asking = ComponentType<{ readonly about?: string }>;

/** The questions that practices have, each loaded when a page with room for them is open. */
export const AsksContext = createContext<readonly Asking[]>([]);
export const asksOf = (parts: readonly PortalPart[]): readonly Asking[] =>
  parts.flatMap(({ asks }) => (asks ? [lazy(asks)] : []));

export function Asks({ about }: { about?: string }) {
  const asks = useContext(AsksContext);
  return (
    <Suspense fallback={null}>
      {asks.map((Ask, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <Ask key={i} {...(about === undefined ? {} : { about })} />
      ))}
    </Suspense>
  );
}

import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/**
 * Has everything that the page asks the server for the first time been answered? It stays true, and becomes so after
 * `mostMs` at the latest. `restMs`: a pause in which parts whose code still comes may ask.
 */
export function useSettled({ restMs, mostMs }: { restMs: number; mostMs: number }): boolean {
  const asking = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (settled) return undefined;
    const timer = setTimeout(() => setSettled(true), mostMs);
    return () => clearTimeout(timer);
  }, [settled, mostMs]);
  useEffect(() => {
    if (settled || asking) return undefined;
    const timer = setTimeout(() => setSettled(true), restMs);
    return () => clearTimeout(timer);
  }, [settled, asking, restMs]);
  return settled;
}

import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';
import { useMe } from './queries.ts';

/** A record somebody was at: its address and what it was called then. */
export type Visited = { readonly to: string; readonly number: string; readonly title: string };

const kept = 4;
const noEntries: readonly string[] = [];
const noVisits: readonly Visited[] = [];
/** Per person: several may work at one desk, and what one of them looked at is not the next one's business. */
const keyOf = (what: string, personId: string) => `servanda.menu.${what}.${personId}`;

/** What somebody keeps at the top of the menu, by the entries' addresses, in the order they were put there. */
export function usePinned() {
  const { person } = useMe();
  const [pinned, setPinned] = useLocalStorage<readonly string[]>({
    key: keyOf('pinned', person.id),
    defaultValue: noEntries,
    getInitialValueInEffect: false,
  });
  const toggle = useCallback(
    (to: string) =>
      setPinned((before) => (before.includes(to) ? before.filter((each) => each !== to) : [...before, to])),
    [setPinned],
  );
  return { pinned, toggle };
}

/** The records somebody was at last, the latest first. */
export function useVisited() {
  const { person } = useMe();
  const [visited, setVisited] = useLocalStorage<readonly Visited[]>({
    key: keyOf('visited', person.id),
    defaultValue: noVisits,
    getInitialValueInEffect: false,
  });
  const visit = useCallback(
    (one: Visited) =>
      setVisited((before) => {
        const [first] = before;
        if (first?.to === one.to && first.title === one.title) return before;
        return [one, ...before.filter(({ to }) => to !== one.to)].slice(0, kept);
      }),
    [setVisited],
  );
  return { visited, visit };
}

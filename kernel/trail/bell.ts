/**
 * Tells the loops of this process that something was committed here, so that they need not wait for their next poll.
 * Other processes notice by polling: a NOTIFY in every commit would make all commits wait for one another.
 */
export type Bell = { readonly ring: () => void; readonly on: (listener: () => void) => () => void };

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring: () => {
      for (const listener of listeners) listener();
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

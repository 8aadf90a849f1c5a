import { useCallback, useEffect, useRef, useState } from 'react';

const prefix = 'servanda.draft.';
const writeAfterMs = 300;
type Kept<T> = { readonly at: string; readonly value: T };

export type Draft<T> = {
  readonly value: T;
  readonly set: (next: (before: T) => T) => void;
  /** When what stands here was typed, if it is from an earlier visit. */
  readonly restoredFrom: string | undefined;
  /** Sent: nothing is kept. */
  readonly clear: () => void;
  /** Begin again with the initial value. */
  readonly discard: () => void;
};

/** What somebody is filling in, kept in this browser until it is sent: a closed tab or a lost session loses nothing. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const name = prefix + key;
  const [kept] = useState(() => read<T>(name));
  const [value, setValue] = useState<T>(kept ? { ...initial, ...kept.value } : initial);
  const [restoredFrom, setRestoredFrom] = useState(kept?.at);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<T>(undefined);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current !== undefined) write(name, { at: new Date().toISOString(), value: pending.current });
    pending.current = undefined;
  }, [name]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const clear = () => {
    clearTimeout(timer.current);
    pending.current = undefined;
    localStorage.removeItem(name);
    setRestoredFrom(undefined);
  };
  return {
    value,
    restoredFrom,
    clear,
    set: (next) => {
      const after = next(value);
      setValue(after);
      pending.current = after;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, writeAfterMs);
    },
    discard: () => {
      clear();
      setValue(initial);
    },
  };
}

/** At signing out: the next person at this computer reads nothing of it. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function read<T>(name: string): Kept<T> | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept<T> | null;
    return found && typeof found === 'object' && 'value' in found ? found : undefined;
  } catch {
    return undefined; // written by another release
  }
}

/** A full or forbidden store must not keep anybody from typing. */
function write(name: string, kept: Kept<unknown>): void {
  try {
    localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // nothing to be done: the form itself still holds it
  }
}

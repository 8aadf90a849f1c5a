import { useSyncExternalStore } from 'react';

const everyMs = 30_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

// Outside of the hook: a new function at each render would be subscribed anew at each render.
function watch(watcher: () => void): () => void {
  // Nobody watched for a while: what they left is no longer the present.
  if (watchers.size === 0) now = Date.now();
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of watchers) each();
  }, everyMs);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The present, refreshed each 30 s by one timer for the whole page. */
export const useNow = (): number => useSyncExternalStore(watch, () => now);

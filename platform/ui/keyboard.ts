import { useEffect, useRef, useSyncExternalStore } from 'react';

export type Binding = {
  /** One key (`j`), or keys pressed one after another (`g i`). */
  readonly keys: string;
  /** What it does, for the help. */
  readonly help: string;
  readonly group: string;
  readonly run: () => void;
};

const sequenceMs = 1200;
let bindings: readonly Binding[] = [];
const watchers = new Set<() => void>();
const change = (next: readonly Binding[]) => {
  bindings = next;
  for (const watcher of watchers) watcher();
};

let pressed = '';
let pressedAt = 0;

function listen(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  if (event.key.length > 1 && event.key !== 'Enter') return;
  // Enter on a focused button or link is the browser's.
  if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, input')) return;
  const now = Date.now();
  const sequence = now - pressedAt < sequenceMs && pressed !== '' ? `${pressed} ${event.key}` : event.key;
  const found = last(sequence) ?? last(event.key);
  pressed = bindings.some((b) => b.keys.startsWith(`${event.key} `)) ? event.key : '';
  pressedAt = now;
  if (!found) return;
  event.preventDefault();
  pressed = '';
  found.run();
}

// The newest wins: an open record's `c` replaces the list's.
const last = (keys: string) => bindings.findLast((b) => b.keys === keys);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('[aria-modal="true"]')) return true;
  if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=listbox], [role=menu]')) {
    return true;
  }
  return false;
}

/** Binds keys while the component is shown. */
export function useKeys(own: readonly Binding[]): void {
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
  });
  const signature = own.map((b) => `${b.keys}|${b.help}`).join();
  useEffect(() => {
    if (bindings.length === 0) document.addEventListener('keydown', listen);
    const mine = latest.current.map((binding) => ({
      ...binding,
      run: () => latest.current.find((b) => b.keys === binding.keys)?.run(),
    }));
    change([...bindings, ...mine]);
    return () => {
      change(bindings.filter((b) => !mine.includes(b)));
      if (bindings.length === 0) document.removeEventListener('keydown', listen);
    };
  }, [signature]);
}

export const useBindings = (): readonly Binding[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => bindings,
  );

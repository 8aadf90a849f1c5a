import { useEffect, useRef } from 'react';

export type Binding = {
  /** One key (`j`), or keys pressed one after another (`g i`). */
  readonly keys: string;
  /** What it does, for the help. */
  readonly help: string;
  readonly group: string;
  readonly run: () => void;
};

const sequenceMs = 1200;
/** Each shown component's keys, asked for when one is pressed, so that they are always its latest. */
const providers = new Set<() => readonly Binding[]>();
export const currentBindings = (): readonly Binding[] => [...providers].flatMap((provide) => provide());

let pressed = '';
let pressedAt = 0;

function listen(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
    return;
  if (event.key.length > 1 && event.key !== 'Enter') return;
  // Enter on a focused button or link is the browser's.
  if (
    event.key === 'Enter' &&
    event.target instanceof HTMLElement &&
    event.target.closest('a, button, input')
  )
    return;
  const now = Date.now();
  const bindings = currentBindings();
  // The newest wins: an open record's key replaces the frame's.
  const last = (keys: string) => bindings.findLast((b) => b.keys === keys);
  const sequence = now - pressedAt < sequenceMs && pressed !== '' ? `${pressed} ${event.key}` : event.key;
  const found = last(sequence) ?? last(event.key);
  pressed = bindings.some((b) => b.keys.startsWith(`${event.key} `)) ? event.key : '';
  pressedAt = now;
  if (!found) return;
  event.preventDefault();
  pressed = '';
  found.run();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('[aria-modal="true"]')) return true;
  if (
    target.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=listbox], [role=menu]',
    )
  ) {
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
  useEffect(() => {
    const provide = () => latest.current;
    if (providers.size === 0) document.addEventListener('keydown', listen);
    providers.add(provide);
    return () => {
      providers.delete(provide);
      if (providers.size === 0) document.removeEventListener('keydown', listen);
    };
  }, []);
}

/** Escape leaves what is being edited, wherever in it the focus is. */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

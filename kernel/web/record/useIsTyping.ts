import { useEffect, useState } from 'react';

const quietMs = 20_000;

/** True while somebody writes on this page, and for a while after the last key. */
export function useIsTyping(): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const typed = (event: Event) => {
      const { target } = event;
      // Looking for something is not writing.
      if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
      if (target.type === 'search' || target.closest('[data-search]')) return;
      setTyping(true);
      clearTimeout(timer);
      timer = setTimeout(() => setTyping(false), quietMs);
    };
    document.addEventListener('input', typed);
    return () => {
      document.removeEventListener('input', typed);
      clearTimeout(timer);
    };
  }, []);
  return typing;
}

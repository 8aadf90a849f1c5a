import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const batchMs = 400;
const slowestMs = 15_000;
/** More than this at once is a bulk change: asking for each record by name would be slower than asking for all. */
const mostNamed = 40;

/**
 * Listens to a server-sent stream and invalidates what its events touch. Events are collected for a moment, so that a
 * burst (a bulk action) asks the server once and not once per event. What was asked for is awaited, and while events keep
 * coming (an import of thousands) the moments grow: a page that refreshes without rest helps nobody and burns a core.
 */
export function useLive(
  url: string,
  events: string | readonly string[],
  touches: (data: unknown, event: string) => readonly QueryKey[],
): { connected: boolean } {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource(url);
    const waiting = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    let delay = batchMs;
    let over = false;
    const schedule = () => {
      timer ??= setTimeout(() => void flush(), delay);
    };
    const flush = async () => {
      const touched = [...waiting.values()];
      waiting.clear();
      const roots = touched.length > mostNamed ? widened(touched) : touched;
      await Promise.allSettled(roots.map((queryKey) => client.invalidateQueries({ queryKey })));
      timer = undefined;
      if (over) return;
      // Something came while the answers were under way: a stream, no single change.
      delay = waiting.size > 0 ? Math.min(delay * 2, slowestMs) : batchMs;
      if (waiting.size > 0) schedule();
    };
    for (const event of [events].flat()) {
      source.addEventListener(event, (message: MessageEvent<string>) => {
        for (const key of touches(JSON.parse(message.data), event)) waiting.set(JSON.stringify(key), key);
        schedule();
      });
    }
    source.addEventListener('open', () => {
      setConnected(true);
      // What happened while the line was down is unknown, so everything shown is asked for again.
      if (lost) void client.invalidateQueries();
      lost = false;
    });
    source.addEventListener('error', () => {
      lost = true;
      setConnected(false);
    });
    return () => {
      over = true;
      clearTimeout(timer);
      source.close();
    };
  }, [client, url, events, touches]);
  return { connected };
}

/** The first two parts of each key, which say what kind of thing it is about. */
function widened(all: readonly QueryKey[]): QueryKey[] {
  const roots = new Map(all.map((key) => [JSON.stringify(key.slice(0, 2)), key.slice(0, 2)]));
  return [...roots.values()];
}

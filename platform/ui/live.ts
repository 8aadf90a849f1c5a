import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const batchMs = 400;

/**
 * Listens to a server-sent stream and invalidates what its events touch. Events are collected for a moment, so that a
 * burst (an import, a bulk action) asks the server once and not once per event.
 */
export function useLive(
  url: string,
  event: string,
  touches: (data: unknown) => readonly QueryKey[],
): { connected: boolean } {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource(url);
    const waiting = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const flush = () => {
      timer = undefined;
      for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
      waiting.clear();
    };
    source.addEventListener(event, (message: MessageEvent<string>) => {
      for (const key of touches(JSON.parse(message.data))) waiting.set(JSON.stringify(key), key);
      timer ??= setTimeout(flush, batchMs);
    });
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
      clearTimeout(timer);
      source.close();
    };
  }, [client, url, event, touches]);
  return { connected };
}

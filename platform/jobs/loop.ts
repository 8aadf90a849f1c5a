export type Loop = {
  /** Looks again now instead of at the next round. */
  readonly wake: () => void;
  /** Ends after the round under way. */
  readonly close: () => Promise<void>;
};

const longestPauseMs = 30_000;
/**
 * Between two rounds, however often it is woken: under load one round then serves many wakers. A long round is followed
 * by a longer breath, so that what follows requests leaves them most of the machine.
 */
const breathMs = 100;
const breathsPerRound = 3;

/**
 * Runs `round` again and again: at once while it answers true (there is more), else after `everyMs` or when woken.
 * A round that throws is told to `failed` and tried again for ever, with pauses that double up to half a minute.
 */
export function startLoop(given: {
  everyMs: number;
  round: () => Promise<boolean>;
  failed: (error: unknown, failures: number) => void;
}): Loop {
  const closing = new AbortController();
  let woken = false;
  let failures = 0;
  let stopResting: (() => void) | undefined;
  let wakeable = false;
  const rest = (ms: number, byWaking: boolean) =>
    new Promise<void>((resolve) => {
      // Closed during the round: nobody would end this rest.
      if (closing.signal.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      wakeable = byWaking;
      stopResting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const ended = (async () => {
    while (!closing.signal.aborted) {
      woken = false;
      const began = performance.now();
      try {
        const more = await given.round();
        failures = 0;
        if (more) continue;
        const tookMs = performance.now() - began;
        const breath = Math.min(Math.max(breathMs, tookMs * breathsPerRound), given.everyMs);
        await rest(breath, false);
        if (!woken) await rest(given.everyMs - breath, true);
      } catch (error) {
        failures += 1;
        given.failed(error, failures);
        // A commit somewhere is no reason to believe that what failed now works.
        await rest(Math.min(given.everyMs * 2 ** Math.min(failures, 20), longestPauseMs), false);
      }
    }
  })();
  return {
    wake: () => {
      woken = true;
      if (wakeable) stopResting?.();
    },
    close: async () => {
      closing.abort();
      stopResting?.();
      await ended;
    },
  };
}

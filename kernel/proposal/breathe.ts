import { setImmediate } from 'node:timers/promises';

const sliceMs = 8;

/** Long computing beside other work: awaited within a loop, it lets others go first every few milliseconds. */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  const rest = async () => {
    await setImmediate();
    since = performance.now();
  };
  return () => (performance.now() - since < sliceMs ? undefined : rest());
}

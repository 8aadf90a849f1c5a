import type { Drawn } from './render.ts';

/** A block that says something else than it said; `then` or `now` is empty where it was not there. */
export type Moved = {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly line: number;
  readonly inline: boolean;
  readonly then: string | null;
  readonly now: string | null;
};

/** What has changed since: the n-th use of a block in the one text against the n-th in the other. */
export function changedBlocks(then: readonly Drawn[], now: readonly Drawn[]): Moved[] {
  const before = numbered(then);
  const after = numbered(now);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name): Moved[] => {
    const [was, is] = [before.get(name), after.get(name)];
    const one = is ?? was;
    if (!one || was?.text === is?.text) return [];
    const { key, params, line, inline } = one;
    return [{ key, params, line, inline, then: was?.text ?? null, now: is?.text ?? null }];
  });
}

function numbered(blocks: readonly Drawn[]): Map<string, Drawn> {
  const counts = new Map<string, number>();
  return new Map(
    blocks.map((block) => {
      const name = `${block.key} ${JSON.stringify(Object.entries(block.params).toSorted(([a], [b]) => a.localeCompare(b)))}`;
      const n = counts.get(name) ?? 0;
      counts.set(name, n + 1);
      return [`${name} ${n}`, block];
    }),
  );
}

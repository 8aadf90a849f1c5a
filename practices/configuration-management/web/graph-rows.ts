import { nodeHeight, nodeWidth, type Places } from './graph-places.ts';

type Line = { readonly from: string; readonly to: string };
const gapX = 24;
const gapY = 22;
const betweenLevels = 110;

/**
 * Levels by distance, what needs the start above it and what it needs below, each level a block of rows. Linear in nodes
 * and relations: thousands are placed in milliseconds, where a layered drawing takes a minute.
 */
export function inRows(
  nodes: readonly { readonly id: string }[],
  edges: readonly Line[],
  start: string,
): Places {
  const around = new Map<string, { id: string; step: number }[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    around.get(from)?.push({ id: to, step: 1 });
    around.get(to)?.push({ id: from, step: -1 });
  }
  const levels = levelsFrom(start, around);
  // What nothing connects with the start any more, because its kind is hidden, stands at the bottom.
  const lowest = Math.max(0, ...levels.values()) + 1;
  const byLevel = Map.groupBy(nodes, ({ id }) => levels.get(id) ?? lowest);
  const places = new Map<string, { x: number; y: number }>();
  const sides = [...byLevel.keys()].toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  let [top, bottom] = [0, 0];
  for (const level of sides) {
    const ids = (byLevel.get(level) ?? []).map(({ id }) => id);
    const rows = placed(ids, around, places);
    const height = rows.length * (nodeHeight + gapY) - gapY;
    const y = level < 0 ? top - betweenLevels - height : level === 0 ? 0 : bottom + betweenLevels;
    for (const [at, row] of rows.entries()) {
      const width = row.length * (nodeWidth + gapX) - gapX;
      for (const [i, id] of row.entries())
        places.set(id, { x: i * (nodeWidth + gapX) - width / 2, y: y + at * (nodeHeight + gapY) });
    }
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + height);
  }
  return places;
}

function levelsFrom(
  start: string,
  around: ReadonlyMap<string, readonly { id: string; step: number }[]>,
): ReadonlyMap<string, number> {
  const levels = new Map([[start, 0]]);
  const queue = [start];
  for (const id of queue) {
    const level = levels.get(id) ?? 0;
    for (const next of around.get(id) ?? []) {
      if (levels.has(next.id)) continue;
      levels.set(next.id, level + next.step || next.step);
      queue.push(next.id);
    }
  }
  return levels;
}

/** In rows, somewhat wider than high, ordered by where what they hang on stands already. */
function placed(
  ids: readonly string[],
  around: ReadonlyMap<string, readonly { id: string }[]>,
  places: ReadonlyMap<string, { x: number }>,
): readonly (readonly string[])[] {
  const middle = new Map(
    ids.map((id) => {
      const xs = (around.get(id) ?? []).flatMap((next) => places.get(next.id)?.x ?? []);
      return [id, xs.length === 0 ? 0 : xs.reduce((sum, x) => sum + x, 0) / xs.length];
    }),
  );
  const sorted = ids.toSorted((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
  const perRow = Math.max(8, Math.ceil(Math.sqrt(ids.length * 0.5)));
  const lines = Math.ceil(sorted.length / perRow);
  // Column by column: neighbours in the order stay neighbours, whichever row they are in.
  return Array.from({ length: lines }, (_, line) => sorted.filter((_id, i) => i % lines === line));
}

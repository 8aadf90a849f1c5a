import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { onConnection } from '../../platform/db/tx.ts';
import { configuration, sharedFile } from './configuration.fixture.ts';
import { graphAround } from './graph.store.ts';
import { impact } from './impact.ts';

const packages = sharedFile('debian-packages.csv.gz');
const depends = sharedFile('debian-depends.csv.gz');
if (!packages || !depends)
  // oxlint-disable-next-line no-console -- a skipped test must be loud, or nobody notices that it never ran
  console.warn(
    '\nSKIPPED: ../shared/data/cmdb has no Debian graph; impact at its size is not tested here.\n',
  );

const rowsOf = (path: string) =>
  gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',')); // prettier-ignore

/** Independent of the product: a plain breadth-first search over the file. */
function search(start: string, edges: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const depths = new Map([[start, 0]]);
  // A map goes on to what is added while it is gone through, in that order: it is the queue.
  for (const [at, depth] of depths)
    for (const next of edges.get(at) ?? []) if (!depths.has(next)) depths.set(next, depth + 1);
  depths.delete(start);
  return depths;
}

function getOrAdd(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** What one of them says and the other does not; `toEqual` takes seconds over some ten thousand entries. */
function apart(found: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): string[] {
  const names = new Set([...found.keys(), ...expected.keys()]);
  return [...names].filter((name) => found.get(name) !== expected.get(name));
}

describe.skipIf(!packages || !depends)('the Debian graph: 63,666 items, 245,087 relations', async () => {
  const desk = await configuration();
  const needyOf = new Map<string, string[]>();
  const needs = new Map<string, string[]>();
  const names: string[] = [];
  const imported: object[] = [];

  beforeAll(async () => {
    for (const [source = '', target = ''] of rowsOf(depends ?? '')) {
      getOrAdd(needyOf, target).push(source);
      getOrAdd(needs, source).push(target);
    }
    names.push(...rowsOf(packages ?? '').map(([name = '']) => name));
    const items = await desk.importFile(packages ?? '', { constants: { classId: 'software-package' } });
    imported.push(items);
    const relations = await desk.importFile(depends ?? '');
    imported.push(relations);
    await desk.owner.query('analyze');
  }, 900_000);

  test('all of it is imported', () => {
    expect(imported).toMatchObject([
      { state: 'done', created: 63_666, rejected: 0 },
      { state: 'done', created: 245_087, rejected: 0 },
    ]);
  });

  test('impact both ways equals the search, for 200 random packages and the ten most used', async () => {
    const { rows } = await desk.owner.query<{ id: string; name: string; number: string }>(
      `select id, title as name, number from record where type = 'ci'`,
    );
    const nameOf = new Map(rows.map((row) => [row.id, row.name]));
    const itemOf = new Map(rows.map((row) => [row.name, row]));
    const most = [...needyOf].toSorted((a, b) => b[1].length - a[1].length).slice(0, 10).map(([name]) => name); // prettier-ignore
    const random = Array.from({ length: 200 }, (_, i) => names[(i * 7919 + 104_729) % names.length] ?? '');
    const spent: number[] = [];
    for (const name of [...most, ...random]) {
      const item = itemOf.get(name);
      for (const [direction, edges] of [
        ['up', needyOf],
        ['down', needs],
      ] as const) {
        // prettier-ignore
        const expected = search(name, edges);
        const began = performance.now();
        const answer = (await desk.auditor.get(`/configuration/impact?of=${item?.number}&direction=${direction}&limit=1`)) as unknown as { total: number; depth: number }; // prettier-ignore
        spent.push(performance.now() - began);
        expect(answer, `${name} ${direction}`).toMatchObject({ total: expected.size, depth: Math.max(0, ...new Set(expected.values())) }); // prettier-ignore
        // Item by item: the same code for acts and for looking back, on what SQL reaches.
        if (expected.size > 5000 && name !== most[0]) continue;
        const around = await onConnection(desk.house.pool, (tx) => graphAround(tx, [item?.id ?? ''], direction)); // prettier-ignore
        const reached = impact(around, [item?.id ?? ''], direction);
        const found = new Map(reached.map((r) => [nameOf.get(r.id) ?? r.id, r.depth]));
        expect(apart(found, expected), `${name} ${direction}`).toEqual([]);
      }
    }
    const sorted = spent.toSorted((a, b) => a - b);
    // No promise of speed on a shared machine; the benchmarks measure that.
    expect(sorted.at(Math.floor(sorted.length / 2))).toBeLessThan(1000);
  }, 900_000);
});

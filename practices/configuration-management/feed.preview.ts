import type { CiClasses } from './class.snapshot.ts';
import type { Feed } from './feed.fields.ts';
import { columnTargets } from './feed.mapping.ts';
import type { Table } from './feed.document.ts';
import { readTables, type ReadItem } from './feed.read.ts';

const mostRead = 200;
const mostShown = 8;

/** What a document has, what becomes of its columns, and how its first rows are read. Nothing is compared or kept. */
export function previewOf(tables: readonly Table[], feed: Feed, classes: CiClasses) {
  const first = tables.map(({ columns, rows }) => ({ columns, rows: rows.slice(0, mostRead) }));
  const read = readTables(first, feed, classes);
  return {
    tables: tables.map(({ columns, rows }) => {
      const targets = columnTargets(columns, feed.mapping ?? {}, classes);
      return {
        rows: rows.length,
        columns: columns.map((name) => ({
          name,
          target: targets.get(name) ?? null,
          samples: [...new Set(rows.slice(0, mostRead).map((row) => row[name] ?? '').filter((cell) => cell !== ''))].slice(0, 3).map((cell) => cell.slice(0, 120)),
        })),
      };
    }),
    read: Math.max(0, ...first.map(({ rows }) => rows.length)),
    counts: { items: read.items.length, relations: read.relations.length, problems: read.problems.length },
    items: read.items.slice(0, mostShown).map(shown),
    relations: read.relations.slice(0, mostShown),
    problems: read.problems.slice(0, 20),
  };
} // prettier-ignore
export type Preview = ReturnType<typeof previewOf>;

const shown = ({ row, ref, title, cls, values }: ReadItem) => ({
  row,
  ref,
  title: title ?? null,
  classId: cls.id,
  values,
});

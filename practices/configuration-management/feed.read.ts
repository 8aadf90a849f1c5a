import type { FieldProblem } from '../../platform/http/problem.ts';
import { attributesAfter } from './attributes.ts';
import { attributesOf, classCalled, type CiClass, type CiClasses } from './class.snapshot.ts';
import type { Feed } from './feed.fields.ts';
import type { Cells, Table } from './feed.document.ts';
import { columnTargets } from './feed.mapping.ts';
import { otherKinds } from './relation.import.ts';
import { isRelationKind, type RelationKind } from './relation.kinds.ts';

type Value = string | number | boolean;
/** An item as the source tells of it. What a source leaves empty it says nothing about. */
export type ReadItem = {
  readonly row: number;
  readonly ref: string | null;
  /** Undefined where the source has no name for it, or only its identifier once more. */
  readonly title: string | undefined;
  readonly ownWord: string;
  readonly cls: CiClass;
  /** `serialNumber`, `location`, …, `attributes.<key>` */
  readonly values: Readonly<Record<string, Value>>;
};
export type ReadRelation = { readonly row: number; readonly from: string; readonly kind: RelationKind; readonly to: string }; // prettier-ignore
export type RowProblem = { readonly row: number; readonly ref: string | null } & Pick<FieldProblem, 'field' | 'code' | 'params'>; // prettier-ignore

export type Read = {
  readonly tells: { readonly items: boolean; readonly relations: boolean };
  readonly items: readonly ReadItem[];
  readonly relations: readonly ReadRelation[];
  readonly problems: readonly RowProblem[];
};

const levels = new Set(['critical', 'high', 'medium', 'low']);
const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

export function readTables(tables: readonly Table[], feed: Feed, classes: CiClasses): Read {
  const items: ReadItem[] = [];
  const relations: ReadRelation[] = [];
  const problems: RowProblem[] = [];
  const tells = { items: false, relations: false };
  for (const { columns, rows } of tables) {
    const targets = columnTargets(columns, feed.mapping ?? {}, classes);
    const column = (target: string) => [...targets].find(([, to]) => to === target)?.[0];
    const at = (row: Cells, target: string) => row[column(target) ?? '']?.trim() || undefined;
    if (column('from') !== undefined && column('to') !== undefined) {
      tells.relations = true;
      for (const [i, row] of rows.entries())
        readRelation(i + 2, (target) => at(row, target), relations, problems);
    } else {
      tells.items = true;
      const seen = new Set<string>();
      for (const [i, row] of rows.entries())
        readItem(i + 2, (target) => at(row, target), { feed, classes, seen, targets: [...targets.values()] }, items, problems); // prettier-ignore
    }
  }
  return { tells, items, relations, problems };
}

type At = (target: string) => string | undefined;

function readRelation(row: number, at: At, relations: ReadRelation[], problems: RowProblem[]): void {
  const [from, to] = [at('from'), at('to')];
  const wrong = (field: string, code: string, params = {}) =>
    problems.push({ row, ref: null, field, code, params });
  if (from === undefined || to === undefined) {
    wrong(from === undefined ? 'from' : 'to', 'relation.end_needed');
    return;
  }
  const word = (at('kind') ?? 'depends_on').toLowerCase().replaceAll(/[\s-]+/g, '_');
  const kind = isRelationKind(word) ? word : Object.hasOwn(otherKinds, word) ? otherKinds[word] : undefined;
  if (kind === undefined) {
    wrong('kind', 'feed.no_such_kind', { kind: word.slice(0, 60) });
    return;
  }
  if (from === to) wrong('to', 'relation.itself');
  else relations.push({ row, from, kind, to });
}

type How = { feed: Feed; classes: CiClasses; seen: Set<string>; targets: readonly string[] };

function readItem(row: number, at: At, { feed, classes, seen, targets }: How, items: ReadItem[], problems: RowProblem[]): void {
  const ref = at('ref')?.slice(0, 300) ?? null;
  const wrong = (field: string, code: string, params = {}) => problems.push({ row, ref, field, code, params });
  if (ref !== null && seen.has(ref)) {
    wrong('ref', 'feed.ref_twice', { ref });
    return;
  }
  if (ref !== null) seen.add(ref);
  const word = at('classId') ?? '';
  const cls = word === '' ? classes.get(feed.defaultClassId ?? '') : classCalled(classes, word);
  if (!cls || cls.abstract || cls.key === 'service') {
    wrong('classId', word === '' ? 'ci.class_needed' : 'ci.class_unknown', { name: word.slice(0, 80) });
    return;
  }
  const values: Record<string, Value> = {};
  for (const key of ['serialNumber', 'location', 'description'] as const) {
    const value = at(key);
    if (value !== undefined) values[key] = value.slice(0, key === 'serialNumber' ? 120 : key === 'location' ? 200 : 20_000);
  }
  const criticality = at('criticality')?.toLowerCase();
  if (criticality !== undefined && !levels.has(criticality)) wrong('criticality', 'feed.no_such_level', { found: criticality.slice(0, 40) });
  else if (criticality !== undefined) values['criticality'] = criticality;
  const told = attributesTold(cls, classes, at, targets, word);
  for (const fault of told.faults) wrong(fault.field, fault.code, fault.params);
  for (const [key, value] of Object.entries(told.values)) values[`attributes.${key}`] = value;
  const name = at('title')?.slice(0, 200);
  const unnamed = name === undefined || (ref !== null && plain(name) === plain(ref));
  if (ref === null && values['serialNumber'] === undefined && unnamed) {
    wrong('ref', 'feed.nothing_to_know_it_by');
    return;
  }
  items.push({ row, ref, title: unnamed ? undefined : name, ownWord: name ?? '', cls, values });
} // prettier-ignore

/** Typed as the class has them; the source's own word for the class says what the item is for. */
function attributesTold(cls: CiClass, classes: CiClasses, at: At, targets: readonly string[], word: string) {
  const known = attributesOf(classes, cls.id);
  const keys = new Set(known.map((a) => a.key));
  const given: Record<string, string> = {};
  for (const target of targets) {
    const key = target.startsWith('attributes.') ? target.slice('attributes.'.length) : undefined;
    const value = key === undefined ? undefined : at(target);
    // A column of the whole table; this class has no such attribute.
    if (key !== undefined && value !== undefined && keys.has(key)) given[key] = value;
  }
  const also = cls.alsoCalled.find((name) => name.toLowerCase() === word.toLowerCase());
  if (also !== undefined && given['role'] === undefined && keys.has('role')) given['role'] = also;
  return attributesAfter(
    known.map((a) => ({ ...a, required: false })),
    {},
    given,
    'en',
  );
}

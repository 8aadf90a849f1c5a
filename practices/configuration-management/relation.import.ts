import type { FieldProblem } from '../../platform/http/problem.ts';
import type { Work } from '../../kernel/practice/house.ts';
import {
  defineImporter,
  type ImportRow,
  type Rejection,
  type TableBatch,
  type TableImporter,
  type Warning,
} from '../../kernel/import/importer.ts';
import type { Job } from '../../kernel/import/job.store.ts';
import { newId } from '../../kernel/record/id.ts';
import { problemOf } from '../../kernel/record/act.ts';
import { circles, refusedByClass, refusedByRole, type Draft } from './relation.judge.ts';
import { isRelationKind, relationKindNames, type RelationKind } from './relation.kinds.ts';
import { endsCalled, insertRelations, type End, type NewRelation } from './relation.store.ts';
import { relationEvents } from './relation.trail.ts';

const columnsOf = {
  from: ['source', 'from', 'parent', '来源', '源'],
  to: ['target', 'to', 'child', '目标'],
  kind: ['type', 'kind', 'relation', 'relationship', 'relation type', '关系', '类型'],
  group: ['redundancy group', 'group', '冗余组'],
  groupNeeds: ['group needs', 'needs', '至少'],
} as const;
const plain = (column: string) => column.trim().toLowerCase().replaceAll('_', ' ');
const columnFor = (columns: readonly string[], names: readonly string[]) =>
  columns.find((column) => names.includes(plain(column)));

/** What other systems call the kinds. */
export const otherKinds: Readonly<Record<string, RelationKind>> = {
  connected_to: 'connects_to', mounted_in: 'located_in', installed_in: 'located_in', contained_in: 'located_in', hosted_on: 'runs_on',
  hosted_by: 'runs_on', runs: 'runs_on', depends: 'depends_on', requires: 'depends_on', uses: 'depends_on', member_of: 'part_of',
  component_of: 'part_of', backup: 'backed_up_by', owner: 'owned_by', contract: 'contracted_by', location: 'located_in',
  运行于: 'runs_on', 依赖于: 'depends_on', 依赖: 'depends_on', 属于: 'part_of', 连接到: 'connects_to', 连接: 'connects_to', 提供: 'provides', 位于: 'located_in',
}; // prettier-ignore

type Read = {
  readonly row: number;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly group: string | null;
  readonly groupNeeds: number;
};

/** Rows of source, kind and target become relations; all that is refused for a single one is refused here, row by row. */
export const relationTable: TableImporter = defineImporter({
  key: 'ci-relations',
  recordType: 'ci',
  source: 'import',
  matches: (columns) => columnFor(columns, columnsOf.from) !== undefined && columnFor(columns, columnsOf.to) !== undefined
    && columnFor(columns, ['name', 'title']) === undefined,
  table: async (work, job, rows, { actor, write, memory }) => {
    const rejected: Rejection[] = [];
    const warnings: Warning[] = [];
    const reject = (row: number, reason: FieldProblem) => void rejected.push({ row, reasons: [reason] });
    const read = rows.flatMap((row) => readRow(job, row, reject, warnings));
    const ends = await endsOf(work, job, read, memory);
    const drafts: (Draft & Read2)[] = [];
    for (const row of read) {
      const [from, to] = [ends.get(row.from), ends.get(row.to)];
      if (!isEnd(from) || !isEnd(to)) {
        const [field, name, found] = isEnd(from) ? ['target', row.to, to] as const : ['source', row.from, from] as const;
        reject(row.row, found === 'several'
          ? { field, code: 'relation.ambiguous_end', params: { name }, found: name }
          : { field, code: 'relation.unknown_end', params: { name }, found: name });
        continue;
      }
      const draft = { from, to, kind: row.kind, given: row };
      const refused = refusedByClass(work.house, draft) ?? refusedByRole(work.house, actor, from);
      if (!refused) drafts.push(draft);
      else {
        const { code, params, fields: [field] } = problemOf(refused);
        reject(row.row, field ?? { field: '', code, params });
      }
    }
    const closed = await circles(work, drafts);
    for (const draft of closed) reject((draft as Draft & Read2).given.row, { field: 'target', code: 'relation.circle' });
    const counts = await written(work, job, drafts.filter((draft) => !closed.has(draft)), actor.id, write, memory);
    if (counts.unchanged > 0) warnings.push({ code: 'relation.duplicate', sample: '' });
    return { ...counts, updated: 0, rejected, warnings };
  },
}); // prettier-ignore
type Read2 = { readonly given: Read };
const isEnd = (found: End | 'several' | undefined): found is End =>
  found !== undefined && found !== 'several';

function readRow(job: Job, { row, cells }: ImportRow, reject: (row: number, reason: FieldProblem) => void, warnings: Warning[]): Read[] {
  const at = (names: readonly string[]) => {
    const column = columnFor(job.columns, names);
    return column === undefined ? null : (cells[column] ?? null);
  };
  const [from, to] = [at(columnsOf.from), at(columnsOf.to)];
  if (from === null || to === null) {
    reject(row, { field: from === null ? 'source' : 'target', code: 'relation.end_needed' });
    return [];
  }
  const text = at(columnsOf.kind) ?? String(job.mapping.constants['kind'] ?? 'depends_on');
  const word = text.trim().toLowerCase().replaceAll(/[\s-]+/g, '_');
  const kind = isRelationKind(word) ? word : Object.hasOwn(otherKinds, word) ? otherKinds[word] : undefined;
  if (kind === undefined) {
    reject(row, { field: 'type', code: 'relation.bad_kind', params: { options: relationKindNames.join(', ') }, found: text.slice(0, 60) });
    return [];
  }
  if (kind !== word) warnings.push({ code: 'relation.alias', sample: `${text} → ${kind}` });
  const needs = Number(at(columnsOf.groupNeeds) ?? 1);
  if (!Number.isInteger(needs) || needs < 1 || needs > 1000) {
    reject(row, { field: 'group_needs', code: 'relation.group_needs' });
    return [];
  }
  return [{ row, from, to, kind, group: at(columnsOf.group)?.slice(0, 80) ?? null, groupNeeds: needs }];
} // prettier-ignore

/** Ids never change, so whom a text meant is asked once a run. */
async function endsOf(
  work: Work,
  job: Job,
  rows: readonly Read[],
  memory: Map<string, unknown>,
): Promise<ReadonlyMap<string, End | 'several'>> {
  const known = (memory.get('ends') as Map<string, End | 'several'> | undefined) ?? new Map();
  memory.set('ends', known);
  const unknown = [...new Set(rows.flatMap((row) => [row.from, row.to]))].filter((text) => !known.has(text));
  if (unknown.length > 0)
    for (const [text, end] of await endsCalled(work, unknown, job.mapping.source)) known.set(text, end);
  return known;
}

async function written(
  work: Work,
  job: Job,
  drafts: readonly (Draft & Read2)[],
  by: string | null,
  write: boolean,
  memory: Map<string, unknown>,
): Promise<Pick<TableBatch, 'created' | 'unchanged' | 'events'>> {
  const at = work.house.now();
  const relations = drafts.map(({ from, kind, to, given }): NewRelation => ({
    id: newId(at), fromId: from.id, kind, toId: to.id, group: given.group, groupNeeds: given.groupNeeds,
  })); // prettier-ignore
  if (!write) {
    const created = await fresh(work, relations, memory);
    return { created, unchanged: relations.length - created, events: 0 };
  }
  const source = job.mapping.source;
  const made = await insertRelations(work, relations, { at: new Date(at).toISOString(), by, source });
  const events = await relationEvents(
    work,
    drafts.filter((_draft, i) => made.has(relations[i]?.id ?? '')),
    { verb: 'relate', at, by, channel: 'import', detail: { source: { system: source, file: job.fileName, import: job.id } } },
  ); // prettier-ignore
  if (made.size > 0) work.touched.add('ci');
  return { created: made.size, unchanged: relations.length - made.size, events };
}

/** How many of these are not there yet, counting what earlier rows of the same dry run would have made. */
async function fresh(
  work: Work,
  relations: readonly NewRelation[],
  memory: Map<string, unknown>,
): Promise<number> {
  const rows = await work.run<{ key: string }>(
    'relations_there',
    `select e.from_id || e.kind || e.to_id as key
     from jsonb_to_recordset($1::jsonb) as x("fromId" uuid, kind text, "toId" uuid)
     join ci_relation e on e.from_id = x."fromId" and e.kind = x.kind and e.to_id = x."toId" and e.until is null`,
    [JSON.stringify(relations)],
  );
  const there = (memory.get('there') as Set<string> | undefined) ?? new Set<string>();
  memory.set('there', there);
  for (const { key } of rows) there.add(key);
  let n = 0;
  for (const { fromId, kind, toId } of relations) {
    const key = `${fromId}${kind}${toId}`;
    if (!there.has(key)) n += 1;
    there.add(key);
  }
  return n;
}

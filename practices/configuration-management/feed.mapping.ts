import { no, type Refusal } from '../../kernel/process/process.ts';
import type { CiClasses } from './class.snapshot.ts';
import { ignored, itemTargets, relationTargets } from './feed.targets.ts';

const targets: readonly string[] = [...itemTargets, ...relationTargets, ignored];

const usual: Readonly<Record<string, string>> = {
  'external id': 'ref', id: 'ref', ref: 'ref', identifier: 'ref', 标识: 'ref', 编号: 'ref',
  name: 'title', title: 'title', hostname: 'title', 名称: 'title',
  class: 'classId', 'ci type': 'classId', 'ci class': 'classId', 类别: 'classId',
  serial: 'serialNumber', 'serial number': 'serialNumber', 序列号: 'serialNumber',
  location: 'location', site: 'location', 位置: 'location', description: 'description', 说明: 'description', criticality: 'criticality',
}; // prettier-ignore
const usualOfRelations: Readonly<Record<string, string>> = {
  source: 'from', from: 'from', 来源: 'from', 源: 'from', target: 'to', to: 'to', 目标: 'to',
  type: 'kind', kind: 'kind', relation: 'kind', relationship: 'kind', 关系: 'kind', 类型: 'kind',
}; // prettier-ignore

const plainColumn = (column: string) => column.trim().toLowerCase().replaceAll(/[_-]+/g, ' ');

/** What becomes of each column: as the feed says, else as its name says. */
export function columnTargets(
  columns: readonly string[],
  said: Readonly<Record<string, string>>,
  classes: CiClasses,
): ReadonlyMap<string, string> {
  const attributes = new Map(
    [...classes.values()]
      .flatMap((c) => c.attributes)
      .flatMap(({ key, label }) => [key, label.en, label['zh-CN']].map((name) => [plainColumn(name), key] as const)),
  );
  const plain = columns.map(plainColumn);
  const relations =
    columns.some((column) => said[column] === 'from') ||
    (plain.some((column) => usualOfRelations[column] === 'from') && plain.some((column) => usualOfRelations[column] === 'to') &&
      !plain.some((column) => usual[column] === 'title'));
  const found = new Map<string, string>();
  for (const [i, column] of columns.entries()) {
    const name = plain[i] ?? '';
    const attribute = attributes.get(name);
    const target =
      said[column] ?? (relations ? usualOfRelations[name] : (usual[name] ?? (name === 'type' ? 'classId' : undefined) ?? (attribute === undefined ? undefined : `attributes.${attribute}`)));
    if (target !== undefined && target !== ignored && ![...found.values()].includes(target)) found.set(column, target);
  }
  return found;
} // prettier-ignore

export function targetsRefused(mapping: unknown, classes: CiClasses): Refusal | undefined {
  if (typeof mapping !== 'object' || mapping === null) return undefined;
  const keys = new Set([...classes.values()].flatMap((c) => c.attributes.map((a) => `attributes.${a.key}`)));
  const given = Object.values(mapping as Record<string, string>);
  const unknown = given.find((target) => !targets.includes(target) && !keys.has(target));
  if (unknown !== undefined) return no('feed.no_such_target', { target: unknown, options: targets.join(', ') }, 'mapping'); // prettier-ignore
  const twice = given.find((target, i) => target !== ignored && given.indexOf(target) !== i);
  return twice === undefined ? undefined : no('feed.target_twice', { target: twice }, 'mapping');
}

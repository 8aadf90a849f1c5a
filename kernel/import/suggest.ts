import type { House } from '../practice/house.ts';
import { processOf } from '../process/refusal.ts';
import type { Field } from '../record/field.ts';
import { allFields, type RecordType } from '../record/record.ts';
import type { dateEvidence } from './dates.ts';
import { importersOf, isTable } from './importer.ts';
import type { LabelsOf } from './labels.ts';
import { mappingSchema, type Mapping } from './mapping.ts';

export type { LabelsOf } from './labels.ts';

/** What other systems call the same thing, beside the labels of both languages. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  title: [
    'title',
    'short description',
    'summary',
    'subject',
    'name',
    'full name',
    '标题',
    '主题',
    '名称',
    '姓名',
    '摘要',
  ],
  symptom: ['description', 'details', 'long description', '描述', '详细描述', '故障现象'],
  description: ['description', '描述', '说明'],
  requesterId: [
    'caller',
    'caller id',
    'requester',
    'requested by',
    'requested for',
    'reported by',
    'affected user',
    '报告人',
    '申请人',
    '报修人',
  ],
  ownerId: ['assigned to', 'assignee', 'owner', '处理人', '负责人'],
  teamId: ['assignment group', 'group', 'support group', 'team', '处理组', '支持组'],
  customerId: ['customer', 'company', 'account', '客户', '公司'],
  orgUnitId: ['department', 'unit', 'organisation', 'organization', '部门', '单位'],
  serviceId: ['service', 'business service', 'application', '服务'],
  categoryId: ['category', '类别', '分类'],
  occurredAt: [
    'opened at',
    'opened',
    'created',
    'created at',
    'reported at',
    'occurred at',
    '发生时间',
    '创建时间',
    '报告时间',
  ],
  channel: ['contact type', 'source', 'channel', '来源', '渠道', '联系方式'],
  ci: ['cmdb ci', 'configuration item', 'asset', '配置项', '资产'],
  location: ['location', 'site', '地点', '位置'],
  classId: ['class', 'type', 'ci type', 'ci class', '类别', '类型', '配置项类型'],
  serialNumber: ['serial', 'serial number', 'sn', '序列号'],
  email: ['email', 'e mail', 'mail', 'email address', '邮箱', '电子邮件'],
  phone: ['phone', 'telephone', 'mobile', '电话', '手机'],
  zone: ['time zone', 'timezone', '时区'],
  language: ['language', '语言'],
  parentId: ['parent', '上级'],
};
const identities = new Set([
  'number',
  'id',
  'ticket',
  'ticket id',
  'ticket number',
  'incident id',
  'incident number',
  'key',
  'employee number',
  'employee id',
  'reference',
  'external id',
  'sys id',
  '编号',
  '单号',
  '工号',
  '工单号',
]);

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** What the import can set: what its creating accepts. */
export function importable(type: RecordType): Readonly<Record<string, Field>> {
  const fields = allFields(type);
  return Object.fromEntries(
    (processOf(type).create.fields ?? []).flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])),
  );
}

/** Which column is which field, by the names people give columns; the person who imports confirms or corrects it. */
export function suggest(
  house: House,
  type: RecordType,
  columns: readonly string[],
  sample: readonly (readonly string[])[],
  evidence: Pick<ReturnType<typeof dateEvidence>, 'order'>,
  labels: LabelsOf,
  identityNames: readonly string[] = [],
): { mapping: Mapping; importer: string | null } {
  const dates = evidence.order() ?? 'auto';
  const importer = importersOf(house).find((i) => i.recordType === type.type && i.matches(columns));
  if (importer) {
    return {
      mapping: mappingSchema.parse({
        importer: importer.key,
        source: importer.source,
        identity: isTable(importer) ? null : importer.groupBy,
        dates,
      }),
      importer: importer.key,
    };
  }
  const free = new Set(columns);
  const mapped: Mapping['columns'] = {};
  for (const [key, field] of Object.entries(importable(type))) {
    const names = new Set([key, ...labels.field(type.type, key), ...(otherNames[key] ?? [])].map(plain));
    const column = [...free].find((c) => names.has(plain(c)));
    if (column === undefined) continue;
    free.delete(column);
    mapped[column] = {
      field: key,
      ...extras(type, key, field, columnValues(columns, sample, column), labels),
    };
  }
  const called = (c: string) => c.toLowerCase().replaceAll('_', ' ').trim();
  const different = columns.filter((c) => allDifferent(columnValues(columns, sample, c)));
  const identity =
    different.find((c) => identities.has(called(c))) ??
    identityNames.flatMap((name) => different.find((c) => called(c) === name) ?? [])[0];
  return {
    mapping: mappingSchema.parse({ columns: mapped, identity: identity ?? null, dates }),
    importer: null,
  };
}

/** Records that an import may make on the way, because they are no more than a name. */
export const creatable = ['person', 'team', 'organisation', 'category'];

function extras(
  type: RecordType,
  key: string,
  { about }: Field,
  values: readonly string[],
  labels: LabelsOf,
): { values?: Mapping['columns'][string]['values']; create?: boolean } {
  if (about.kind === 'reference')
    return about.to?.some((to) => creatable.includes(to)) ? { create: true } : {};
  if (about.kind !== 'choice') return {};
  const known = Object.fromEntries(
    [...new Set(values)].flatMap((text) => {
      const option = optionFor(type, key, about.options ?? [], text, labels);
      return option === undefined || String(option) === text ? [] : [[text, option]];
    }),
  );
  return Object.keys(known).length > 0 ? { values: known } : {};
}

/** "High" → high, "高" → high, "2 - High" → 2. */
export function optionFor(
  type: RecordType,
  key: string,
  options: readonly (string | number)[],
  text: string,
  labels: LabelsOf,
): string | number | undefined {
  const wanted = plain(text);
  const exact = options.find(
    (o) =>
      plain(String(o)) === wanted ||
      labels.option(type.type, key, o).some((label) => plain(label) === wanted),
  );
  if (exact !== undefined) return exact;
  const leading = /^\D{0,2}(\d)(?!\d)/.exec(text)?.[1];
  return leading === undefined ? undefined : options.find((o) => o === Number(leading));
}

const columnValues = (columns: readonly string[], sample: readonly (readonly string[])[], column: string) => {
  const index = columns.indexOf(column);
  return sample.map((row) => row[index]?.trim() ?? '').filter((text) => text !== '');
};
const allDifferent = (values: readonly string[]) =>
  values.length > 0 && new Set(values).size === values.length;

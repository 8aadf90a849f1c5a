import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { expect, test } from 'vitest';
import { roles } from '../kernel/access/roles.ts';
import { actionNames } from '../kernel/process/refusal.ts';
import type { House } from '../kernel/practice/house.ts';
import { inUnits } from '../kernel/practice/internal-it.ts';
import { allFields } from '../kernel/record/record.ts';
import { wordRoot, type Words } from '../platform/i18n/words.ts';
import { servers } from './practices.ts';
import { dictionaries, wordsOf } from './words.ts';

const root = join(import.meta.dirname, '..');
const flat = { en: new Map(leaves(dictionaries.en)), 'zh-CN': new Map(leaves(dictionaries['zh-CN'])) };
const languages = ['en', 'zh-CN'] as const;
const types = servers.flatMap((server) => server.practice.records);
const measures = servers.flatMap((server) => server.measures ?? []);

/** What a call refuses with, where it stands, and the params it gives; undefined when they are not written out. */
type Refused = { readonly code: string; readonly at: string; readonly params: readonly string[] | undefined };

/** Which argument is the code, and which the params. */
const refusing: Readonly<Record<string, readonly [number, number]>> = {
  no: [0, 1],
  conflict: [0, 1],
  forbidden: [0, 1],
  invalidField: [1, 2],
  Problem: [1, 2],
};

const refusals = sources().flatMap((file) => refusalsIn(file));

test('every refusal in the code has words in both languages, and the words name no param that the code does not give', () => {
  expect(refusals.length).toBeGreaterThan(150);
  const faults = refusals.flatMap(({ code, at, params }) =>
    languages.flatMap((language) => {
      const words = flat[language].get(code);
      if (words === undefined) return [`${language}: ${code} (${at}) has no words`];
      // `field` is always there: the field that is at fault.
      const unknown = placeholders(words).filter(
        (name) => params && name !== 'field' && !params.includes(name),
      );
      return unknown.map((name) => `${language}: ${code} (${at}) is not given {{${name}}}`);
    }),
  );
  expect(faults).toEqual([]);
});

test('every role, record type, field, state, action and measure has a name in both languages', () => {
  const wanted = [
    ...roles.map((role) => [`role.${role}`]),
    ...types.flatMap((type) => {
      const own = (group: string, key: string) => [
        `${wordRoot(type.type)}.${group}.${key}`,
        `record.${group}.${key}`,
      ];
      return [
        [`${wordRoot(type.type)}.name`],
        [`${wordRoot(type.type)}.plural`],
        // The button and the form by which people make one.
        ...(type.process.create.by.some((role) => role !== 'system')
          ? [[`${wordRoot(type.type)}.create`]]
          : []),
        ...Object.keys(allFields(type)).map((key) => own('field', key)),
        ...Object.keys(type.process.states).map((key) => own('state', key)),
        ...actionNames(type).map((key) => own('action', key)),
        ...Object.keys(type.process.clocks).map((key) => [...own('clock', key), `clock.name.${key}`]),
      ];
    }),
    ...measures.flatMap(({ key }) => [[key.replace('.', '.measure.')], [key.replace('.', '.formula.')]]),
  ];
  const missing = languages.flatMap((language) =>
    wanted
      .filter((keys) => keys.every((key) => !flat[language].has(key)))
      .map(([key]) => `${language}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('an organisation’s own IT reads of business units in refusals, mails and files too, and what is put in stays where it is', () => {
  const says = (kind: string) => wordsOf({ reference: { settings: { get: () => ({ value: kind, version: 1 }) } } as unknown as House['reference'] }); // prettier-ignore
  const both = (key: string) => ['provider', 'internal_it'].map((kind) => languages.map((language) => says(kind)(key, {}, language))); // prettier-ignore
  expect(both('record.field.customerId')).toEqual([
    ['Customer', '客户'],
    ['Business unit', '业务部门'],
  ]);
  const broken = [...flat.en].filter(([, text]) => String(placeholders(inUnits(text, 'en'))) !== String(placeholders(text))); // prettier-ignore
  expect(broken).toEqual([]);
});

test('every kind of notice has a name, a title and a body in both languages', () => {
  const kinds = servers.flatMap((server) => server.notices ?? []).map(({ kind }) => kind);
  const missing = languages.flatMap((language) =>
    kinds
      .flatMap((kind) => ['name', 'title', 'body'].map((part) => `notice.${kind}.${part}`))
      .filter((key) => !flat[language].has(key))
      .map((key) => `${language}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('every option of a choice has a name in both languages', () => {
  const missing = languages.flatMap((language) =>
    types.flatMap((type) =>
      Object.entries(allFields(type)).flatMap(([key, { about }]) =>
        (about.options ?? [])
          .filter((option) =>
            [
              `${wordRoot(type.type)}.option.${key}.${option}`,
              `record.option.${key}.${option}`,
              `${key}.${option}`,
            ].every((word) => !flat[language].has(word)),
          )
          .map((option) => `${language}: ${type.type}.option.${key}.${option}`),
      ),
    ),
  );
  expect(missing).toEqual([]);
});

test('English words hold no Chinese, and Chinese words are Chinese', () => {
  const chinese = /\p{Script=Han}/u;
  // A name, a code, a unit or a mere arrangement of params is the same in both languages.
  const sameInBoth = (words: string) =>
    !/\p{Ll}{3}/u.test(words.replaceAll(/\{\{\w+\}\}|Excel|Servanda|Slack|Mattermost|Teams/g, ''));
  const inEnglish = [...flat.en].filter(([key, words]) => chinese.test(words) && !/language|zh/i.test(key));
  const notChinese = [...flat['zh-CN']].filter(
    ([key, words]) => !chinese.test(words) && !sameInBoth(words) && !/language|\.en$/i.test(key),
  );
  expect(inEnglish).toEqual([]);
  expect(notChinese).toEqual([]);
});

test('both languages have the same keys, and say the same params', () => {
  const base = (key: string) => key.replace(/_(one|other)$/, '');
  const keys = languages.map((language) => new Set([...flat[language].keys()].map(base)));
  expect([...(keys[0] ?? [])].filter((key) => !keys[1]?.has(key))).toEqual([]);
  expect([...(keys[1] ?? [])].filter((key) => !keys[0]?.has(key))).toEqual([]);
  const different = [...flat.en].filter(([key, words]) => {
    const other = flat['zh-CN'].get(key);
    return other !== undefined && String(placeholders(words)) !== String(placeholders(other));
  });
  expect(different.map(([key]) => key)).toEqual([]);
});

function leaves(words: Words, path: readonly string[] = []): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[[...path, key].join('.'), value] as [string, string]]
      : leaves(value, [...path, key]),
  );
}

function placeholders(words: string): string[] {
  return [...new Set([...words.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ''))].toSorted();
}

function sources(): string[] {
  return ['app', 'kernel', 'platform', 'practices'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .map((file) => join(room, file))
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing|\/web\/|i18n|platform\/ui/.test(file)),
  );
}

type Node = { readonly type?: string; readonly [key: string]: unknown };

function refusalsIn(file: string): Refused[] {
  const found: Refused[] = [];
  const module = parseSync(readFileSync(join(root, file), 'utf8'), {
    syntax: 'typescript',
    target: 'es2022',
  });
  walk(module, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression')
      found.push(...refusedByCall(node, file));
    if (node.type === 'ObjectExpression') found.push(...refusedByObject(node, file));
  });
  return found;
}

function refusedByCall(node: Node, at: string): Refused[] {
  const place = refusing[String((node['callee'] as Node)['value'])];
  if (!place) return [];
  const args = ((node['arguments'] as { expression: Node }[] | undefined) ?? []).map((a) => a.expression);
  const params = args[place[1]];
  return codesIn(args[place[0]]).map((code) => ({
    code,
    at,
    params: params === undefined ? [] : keysOf(params),
  }));
}

/** `{ field, code: 'import.no_date', params: {…} }`, and the issues of zod schemas: `params: { key: 'calendar.date', … }`. */
function refusedByObject(node: Node, at: string): Refused[] {
  const values = propertiesOf(node);
  const params = values.get('params');
  const key = params?.type === 'ObjectExpression' ? propertiesOf(params).get('key') : undefined;
  return [
    ...(values.has('field') ? codesIn(values.get('code')) : []).map((code) => ({
      code,
      at,
      params: params === undefined ? [] : keysOf(params),
    })),
    ...codesIn(key).map((code) => ({ code, at, params: params && keysOf(params) })),
  ];
}

function codesIn(node: Node | undefined): string[] {
  if (node?.type === 'ConditionalExpression')
    return [...codesIn(node['consequent'] as Node), ...codesIn(node['alternate'] as Node)];
  const text = node?.type === 'StringLiteral' ? String(node['value']) : '';
  return /^[a-z]+\.[a-z_]+$/.test(text) ? [text] : [];
}

/** The keys of a literal; undefined when some of them are not written out. */
function keysOf(node: Node): string[] | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  return (node['properties'] as Node[]).some((p) => p.type === 'SpreadElement')
    ? undefined
    : [...propertiesOf(node).keys()];
}

function propertiesOf(node: Node): Map<string, Node> {
  return new Map(
    (node['properties'] as Node[]).flatMap((p): [string, Node][] => {
      if (p.type === 'Identifier') return [[String(p['value']), p]];
      return p.type === 'KeyValueProperty' ? [[String((p['key'] as Node)['value']), p['value'] as Node]] : [];
    }),
  );
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  visit(node as Node);
  for (const value of Object.values(node)) walk(value, visit);
}

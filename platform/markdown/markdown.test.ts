import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { spansOf } from './spans.ts';

test('headings, lists in lists, code, quotes, tables and paragraphs', () => {
  const blocks = blocksOf('# A\n\none\ntwo\n\n1. x\n   - y\n2. z\n\n```\n# no\n```\n> q\n\n|a|b|\n|-|-|\n|1|2|\n\n---');
  expect(blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph', 'list', 'code', 'quote', 'table', 'rule']);
  expect(blocks[2]).toMatchObject({ ordered: true, items: [[{ kind: 'paragraph', text: 'x' }, { kind: 'list', ordered: false }], [{ text: 'z' }]] });
  expect(blocks[5]).toMatchObject({ head: ['a', 'b'], rows: [['1', '2']] });
}); // prettier-ignore

test('emphasis, code and links; a name with underscores stays a name', () => {
  expect(spansOf('**a** `b` [c](https://x.example/y) snake_case_name')).toEqual([
    { kind: 'strong', spans: [{ kind: 'text', text: 'a' }] },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'link', href: 'https://x.example/y', spans: [{ kind: 'text', text: 'c' }] },
    { kind: 'text', text: ' snake_case_name' },
  ]);
});

test('HTML is text, and a link goes only where a browser goes', () => {
  expect(spansOf('<script>alert(1)</script>')).toEqual([{ kind: 'text', text: '<script>alert(1)</script>' }]);
  for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', '/\\evil.example'])
    expect(spansOf(`[x](${href})`).every((span) => span.kind === 'text'), href).toBe(true);
  expect(spansOf('![x](https://evil.example/pixel.png)').some((span) => span.kind === 'image')).toBe(false);
}); // prettier-ignore

test('no text takes long to read', () => {
  const began = performance.now();
  for (const part of [
    '*',
    '_',
    '[',
    '![',
    '`',
    '> ',
    '- ',
    '**a',
    '[a](',
    '\\',
    '|',
    '~~',
    'http://',
    '  - ',
  ])
    blocksOf(part.repeat(50_000 / part.length)).forEach((b) => 'text' in b && spansOf(b.text));
  expect(performance.now() - began).toBeLessThan(3000);
});

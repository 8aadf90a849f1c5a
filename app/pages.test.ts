import { expect, test } from 'vitest';
import { isNoPage } from './pages.ts';

test('a file of an older build is missing, and the API is no page', () => {
  for (const url of [
    '/assets/index-B1x9.js',
    '/assets/inter.woff2?v=2',
    '/assets/words.zh-CN-77.js',
    '/api/v1/nothing',
  ])
    expect(isNoPage(url), url).toBe(true);
});

test('the register of assets is opened by its address, as by the code on a label', () => {
  for (const url of [
    '/assets',
    '/assets/AST-000001',
    '/assets/labels?filter[site]=a.b',
    '/assets/AST-000001/chain',
    '/assets/new',
    '/incidents',
  ])
    expect(isNoPage(url), url).toBe(false);
});

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './plant.ts';
import type { Figure } from './report.ts';

/**
 * What a browser loads before the queue of incidents stands: the entry with everything it imports, the shell, the
 * queue's own page and all words of one language, each file compressed as it is served.
 */
export function firstLoad(): Figure[] {
  const assets = join(root, 'dist/web/assets');
  if (!existsSync(assets)) {
    console.log('8  dist/web is not built; skipped (npm start builds it)');
    return [];
  }
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'));
  const html = readFileSync(join(root, 'dist/web/index.en.in.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((m) => m[1] ?? '');
  const lazily = files.filter((file) => file.startsWith('IncidentQueue-'));
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file) || !files.includes(file)) return;
    loaded.add(file);
    const code = readFileSync(join(assets, file), 'utf8');
    for (const [, next = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) load(next);
  };
  for (const file of [...first, ...lazily]) load(file);
  const served = (file: string) => {
    const path = join(assets, file);
    return existsSync(`${path}.br`)
      ? statSync(`${path}.br`).size
      : brotliCompressSync(readFileSync(path)).length;
  };
  const bytes = [...loaded].reduce((sum, file) => sum + served(file), 0);
  return [
    {
      number: 8,
      volume: '',
      what: `first load of the queue: ${loaded.size} files of JavaScript, brotli`,
      figure: `${Math.round(bytes / 1000)} kB`,
      raw: '',
      ratio: '',
      need: '≤ 300 kB',
      ok: bytes <= 300_000,
    },
  ];
}

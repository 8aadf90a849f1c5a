import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const root = join(import.meta.dirname, '..');
const languages = ['en', 'zh-CN'] as const;
type Language = (typeof languages)[number];
const compressible = /\.(js|css|svg|html)$/;

/** The server sends `.br` or `.gz` beside a file when there is one: compressed once, here, and not at every request. */
export const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  writeBundle: {
    sequential: true,
    order: 'post',
    handler: ({ dir = '' }, bundle) => {
      for (const name of Object.keys(bundle)) {
        if (!compressible.test(name)) continue;
        const file = join(dir, name);
        const content = readFileSync(file);
        if (content.length < 1024) continue;
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
      }
    },
  },
};

type Words = { readonly [key: string]: string | Words };

/** The server alone says what people are told by mail and how a figure is computed, so no page needs these words. */
const ofPages = (words: Words, top = true): Words =>
  Object.fromEntries(
    Object.entries(words)
      .filter(
        ([key, value]) => typeof value === 'string' || (key !== 'formula' && !(top && key === 'notice')),
      )
      .map(([key, value]) => [key, typeof value === 'string' ? value : ofPages(value, false)]),
  );

const loadsWords = /import\(\s*'([^']*\/(?:[\w-]+\.)?(en|zh-CN)\.ts)',?\s*\)/g;
const prefix = 'virtual:words/';

/** The doors name their words file by file, which would be a request for each: here they are one file per language. */
export function pageWords(doors: readonly string[]): Plugin {
  const files = doors.flatMap((pattern) => globSync(pattern, { cwd: root })).map((file) => join(root, file));
  const named = (file: string, code: string) =>
    [...code.matchAll(loadsWords)].map(([, path = '', language]) => ({
      path: resolve(dirname(file), path),
      language,
    }));
  return {
    name: 'page-words',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (id.startsWith(`\0${prefix}`)) {
        const asked = id.slice(prefix.length + 1);
        const all = files.flatMap((file) => named(file, readFileSync(file, 'utf8')));
        const here = all.filter(({ language }) => language === asked);
        const paths = [...new Set(here.map(({ path }) => path))];
        return `${paths.map((path, i) => `import w${i} from ${JSON.stringify(path)};`).join('\n')}
export default { ${paths.map((path, i) => `${JSON.stringify(nameOf(path))}: w${i}`).join(', ')} };`;
      }
      if (!/\/i18n\/(?:[\w-]+\.)?(?:en|zh-CN)\.ts$/.test(id)) return undefined;
      const { default: words } = (await import(pathToFileURL(id).href)) as { default: Words };
      return `export default ${JSON.stringify(ofPages(words))}`;
    },
    transform(code, id) {
      if (!files.includes(id)) return undefined;
      return code.replaceAll(loadsWords, (_all, path: string, language: string) => {
        const file = resolve(dirname(id), path);
        return `import(${JSON.stringify(prefix + language)}).then((all) => ({ default: all.default[${JSON.stringify(nameOf(file))}] }))`;
      });
    },
  };
}

const nameOf = (path: string) => path.slice(root.length + 1);

/**
 * A page in each language, for guests and for who is signed in: what every first page needs is asked for by its head and
 * not found out one after the other, the words of that language and what the server is first asked among it.
 * `needs`: the modules of the page that most begin with; `asks`: below /api/v1.
 */
export function pagesByLanguage(given: {
  readonly page: string;
  readonly needs: readonly string[];
  readonly asks: readonly string[];
}): Plugin {
  return {
    name: 'pages-by-language',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle[given.page];
        if (page?.type !== 'asset') throw new Error(`${given.page} was not built`);
        const html = String(page.source);
        const base = given.page.replace('.html', '');
        for (const language of languages) {
          const modules = [`\0${prefix}${language}`, ...given.needs];
          const head = headFor(modules, bundle, html);
          const asks = given.asks.map(
            (path) => `<link rel="preload" as="fetch" crossorigin href="/api/v1${path}">`,
          );
          const made = (named: string, more: readonly string[]) =>
            this.emitFile({
              type: 'asset',
              fileName: `${base}.${named}.html`,
              source: inLanguage(html, language, [...more, ...head]),
            });
          made(language, []);
          made(`${language}.in`, ['<meta name="signed-in">', ...asks]);
        }
      },
    },
  };
}

const inLanguage = (html: string, language: Language, links: readonly string[]) =>
  html
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('</head>', `  ${links.join('\n    ')}\n  </head>`);

/** Links to the chunks of these modules and to all that those import, but for what the page has already. */
function headFor(modules: readonly string[], bundle: Rolldown.OutputBundle, html: string): readonly string[] {
  const files = new Set<string>();
  const styles = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || files.has(file)) return;
    files.add(file);
    for (const style of (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata
      ?.importedCss ?? [])
      styles.add(style);
    for (const next of chunk.imports) add(next);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.moduleIds.some((id) => modules.some((m) => id.endsWith(m))))
      add(chunk.fileName);
  const link = (rel: string, file: string) =>
    html.includes(file) ? [] : [`<link rel="${rel}" crossorigin href="/${file}">`];
  return [
    ...[...styles].flatMap((file) => link('stylesheet', file)),
    ...[...files].flatMap((file) => link('modulepreload', file)),
  ];
}

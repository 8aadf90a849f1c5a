import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env['SERVANDA_API'] ?? 'http://127.0.0.1:3000';
const compressible = /\.(js|css|svg|html)$/;

/** The server sends `.br` or `.gz` beside a file when there is one: compressed once, here, and not at every request. */
const precompress: Plugin = {
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

const pageWords: Plugin = {
  name: 'page-words',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (!/\/i18n\/(?:[\w-]+\.)?(?:en|zh-CN)\.ts$/.test(id)) return undefined;
    const { default: words } = (await import(pathToFileURL(id).href)) as { default: Words };
    return `export default ${JSON.stringify(ofPages(words))}`;
  },
};

/** The portal is a page of its own with many addresses, as the server answers them too. */
const portalPages: Plugin = {
  name: 'portal-pages',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      if (/^\/portal(?:[/?]|$)/.test(request.url ?? '')) request.url = '/portal.html';
      next();
    });
  },
};

const shared = /node_modules\/(@mantine|@floating-ui|@tabler)\//;
/** What no queue shows comes with the first form. */
const onlyInForms =
  /node_modules\/(@mantine\/dates|dayjs|react-number-format|@mantine\/core\/esm\/components\/(NumberInput|TagsInput|MultiSelect|PillsInput|Radio|FileInput))\//;

const wordsOf = (language: string, room: string) =>
  new RegExp(`${import.meta.dirname}/${room}/.*/?i18n/(?:[\\w-]+\\.)?${language}\\.ts$`);

export default defineConfig({
  root: 'app',
  plugins: [react(), pageWords, precompress, portalPages],
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Small and used by all: in the chunk of echarts it would pull all of that into the first load.
            { name: 'tslib', test: /node_modules\/tslib\//, priority: 40 },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\//, priority: 30 },
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
              priority: 20,
            },
            // Shared parts in one file rather than in forty: only what most pages use, for all of them load it.
            {
              name: 'parts',
              test: (id: string) => shared.test(id) && !onlyInForms.test(id),
              priority: 15,
              minShareCount: 8,
            },
            { name: 'forms', test: onlyInForms, priority: 12 },
            // One file per language for what every page says, one for the page that most begin with; the others follow.
            ...(['en', 'zh-CN'] as const).flatMap((language) => [
              { name: `words-${language}`, test: wordsOf(language, '(?:platform|kernel)'), priority: 10 },
              {
                name: `incident-words-${language}`,
                test: wordsOf(language, 'practices/incident-management'),
                priority: 11,
              },
              { name: `more-words-${language}`, test: wordsOf(language, 'practices'), priority: 10 },
            ]),
          ],
        },
      },
    },
  },
});

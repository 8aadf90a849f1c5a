import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

export default defineConfig({
  root: 'app',
  plugins: [react(), precompress, portalPages],
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
            { name: 'dates', test: /node_modules\/(@mantine\/dates|dayjs)\//, priority: 12 },
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
              priority: 20,
            },
            // Shared parts in one file rather than in forty: only what two or more pages use.
            {
              name: 'parts',
              test: /node_modules\/(@mantine|@floating-ui|@tabler)\//,
              priority: 15,
              minShareCount: 2,
            },
            // One file per language: a page needs the words of every practice at once.
            { name: 'words-en', test: /\/i18n\/(roles\.)?en\.ts$/, priority: 10 },
            { name: 'words-zh', test: /\/i18n\/(roles\.)?zh-CN\.ts$/, priority: 10 },
          ],
        },
      },
    },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pagesByLanguage, pageWords, precompress } from './scripts/web-build.ts';

const api = process.env['SERVANDA_API'] ?? 'http://127.0.0.1:3000';
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

const queue = '/practices/incident-management/web/IncidentQueue.tsx';
const record = '/practices/incident-management/web/IncidentPage.tsx';

export default defineConfig({
  root: 'app',
  plugins: [
    react(),
    pageWords(['app/web.tsx', 'kernel/web/*.web.ts', 'practices/*/web.tsx']),
    pagesByLanguage({ page: 'index.html', needs: [queue], asks: ['/me', '/meta'] }),
    precompress,
    portalPages,
  ],
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files: each is a request, and a browser has six at a time.
          groups: [
            // Small and used by all: in the chunk of echarts it would pull all of that into the first load.
            { name: 'tslib', test: /node_modules\/tslib\//, priority: 40 },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\//, priority: 30 },
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next)\//,
              priority: 20,
            },
            // The frame, whole; then with all that they need the two pages that every other list and record is made of.
            { name: 'start', tags: ['$initial'], priority: 18 },
            { name: 'queue', test: (id: string) => id.endsWith(queue), priority: 16 },
            { name: 'record', test: (id: string) => id.endsWith(record), priority: 15 },
            // Shared parts in one file rather than in forty: only what most pages use, for all of them load it.
            {
              name: 'parts',
              test: (id: string) => shared.test(id) && !onlyInForms.test(id),
              priority: 14,
              minShareCount: 8,
            },
            { name: 'forms', test: onlyInForms, priority: 12 },
          ],
        },
      },
    },
  },
});

import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pagesByLanguage, pageWords, precompress } from './scripts/web-build.ts';
import base from './vite.config.ts';

/**
 * The portal is built by itself: chunks that it shared with the workspace would hold what only the workspace needs, and
 * a phone would load that too.
 */
export default defineConfig({
  ...base,
  plugins: [
    react(),
    pageWords(['app/portal.tsx', 'practices/*/portal.tsx']),
    pagesByLanguage({ page: 'portal.html', needs: [], asks: ['/me'] }),
    precompress,
  ],
  build: {
    ...base.build,
    emptyOutDir: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'app/portal.html'),
      output: {
        codeSplitting: {
          groups: [
            // The first page, whole.
            { name: 'portal-start', tags: ['$initial'], priority: 18 },
            // In one file what the first page needs of the libraries; the rest comes with the page that needs it.
            { name: 'portal-parts', test: /node_modules\//, priority: 5, minShareCount: 3 },
          ],
        },
      },
    },
  },
});

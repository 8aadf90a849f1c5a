import { join } from 'node:path';
import { defineConfig } from 'vite';
import base from './vite.config.ts';

/**
 * The portal is built by itself: chunks that it shared with the workspace would hold what only the workspace needs, and
 * a phone would load that too.
 */
export default defineConfig({
  ...base,
  build: {
    ...base.build,
    emptyOutDir: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'app/portal.html'),
      output: {
        codeSplitting: {
          groups: [
            { name: 'portal-words-en', test: /\/i18n\/(form\.)?en\.ts$/, priority: 10 },
            { name: 'portal-words-zh', test: /\/i18n\/(form\.)?zh-CN\.ts$/, priority: 10 },
            // In one file what the first page needs of the libraries; the rest comes with the page that needs it.
            { name: 'portal-parts', test: /node_modules\//, priority: 5, minShareCount: 3 },
          ],
        },
      },
    },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['SERVANDA_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: 'app',
  plugins: [react()],
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
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\//, priority: 30 },
            { name: 'dates', test: /node_modules\/(@mantine\/dates|dayjs)\//, priority: 30 },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\//, priority: 20 },
            // One file per language: a page needs the words of every practice at once.
            { name: 'words-en', test: /\/i18n\/en\.ts$/, priority: 10 },
            { name: 'words-zh', test: /\/i18n\/zh-CN\.ts$/, priority: 10 },
          ],
        },
      },
    },
  },
});

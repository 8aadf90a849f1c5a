// Preloaded for dependency-cruiser, whose swc parser never says that a .tsx file holds JSX and so cannot read one.
import { createRequire } from 'node:module';

/** @type {{ parseFileSync: (file: string, options: object) => unknown }} */
const swc = createRequire(import.meta.url)('@swc/core');
const parseFileSync = swc.parseFileSync.bind(swc);
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('x') });

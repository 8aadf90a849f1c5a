// Installs and builds without starting, for images: node scripts/build.mjs
import { buildWeb, install } from './bootstrap.mjs';

install();
buildWeb();

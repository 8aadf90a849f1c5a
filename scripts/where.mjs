// npm run where 8.6.1: the files that name a clause of ISO/IEC 20000-1, or one below it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root, fail } from './bootstrap.mjs';

const [clause = ''] = process.argv.slice(2);
if (!/^\d+(\.\d+)*$/.test(clause)) fail('Usage: npm run where 8.6.1');

// 8.6.1 and 8.6.1.2, but neither 8.6.10 nor 18.6.1 nor version numbers such as 8.6.1-beta.
const named = new RegExp(`(?<![\\w.-])${clause.replaceAll('.', '\\.')}(\\.\\d+)*(?![\\w-]|\\.\\d)`);
// A number is a clause where it is spoken of as one: in prose, in a comment, in a list of clauses.
const spoken = /\.md$|\bclauses?\b|\brequirements?\b|^\s*(\*|\/\/|\/\*|--)|['"`]\d+(\.\d+)*['"`]/;

let found = 0;
for (const folder of ['practices', 'kernel', 'standard', 'app', 'db', 'docs', 'e2e']) {
  if (!existsSync(join(root, folder))) continue;
  for (const file of files(join(root, folder))) {
    const path = relative(root, file).split(sep).join('/');
    const lines = readFileSync(file, 'utf8').split('\n');
    lines.forEach((line, index) => {
      if (!named.test(line) || !(path.endsWith('.md') || spoken.test(line))) return;
      found += 1;
      console.log(`${path}:${index + 1}: ${line.trim().slice(0, 160)}`);
    });
  }
}
if (found === 0) fail(`No file names clause ${clause}.`);

function files(/** @type {string} */ folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|md|sql|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

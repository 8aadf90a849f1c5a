// From here on: for Node. `node verify.mjs PACK.zip`
const { openAsBlob, readdirSync, statSync } = await import('node:fs');
const { join, relative, sep } = await import('node:path');

async function opened(path) {
  if (!statSync(path).isDirectory()) return archive(await openAsBlob(path));
  const files = new Map();
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name);
      files.set(relative(path, file).split(sep).join('/'), await openAsBlob(file));
    }
  return folder(files);
}

const language = /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh' : 'en';
const path = process.argv[2];
if (path === undefined) {
  process.stderr.write(`${usage(language)}\n`);
  process.exitCode = 2;
} else {
  const result = await checkPack(await opened(path));
  for (const line of told(result, language)) process.stdout.write(`${line}\n`);
  process.exitCode = result.ok ? 0 : 1;
}

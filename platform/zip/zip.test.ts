import { Buffer } from 'node:buffer';
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Zip } from './zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
/** What a reader of another make says of the archive: how many entries, the last one, and the first that is damaged. */
const readElsewhere = (file: string) =>
  execFileSync('python3', [
    '-c',
    `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1]); names = z.namelist()
print(len(names), names[-1], z.read(names[-1]).decode(), z.testzip() if len(names) < 100 else None)`,
    file,
  ])
    .toString()
    .trim();

const python = spawnSync('python3', ['--version']).status === 0;
// oxlint-disable-next-line no-console -- a skipped test must be loud, or nobody notices that it never ran
if (!python) console.warn('SKIPPED: there is no python3 here to read large archives');

test.skipIf(!python)(
  'more than 65,535 entries, and entries beyond 4 GiB, are read by others too',
  async () => {
    const many = new Zip();
    const file = join(folder, 'many.zip');
    const out = openSync(file, 'w');
    for (let i = 0; i < 65_540; i += 1)
      for await (const bytes of many.entry(`f/${i}`, [String(i)])) writeSync(out, bytes);
    writeSync(out, many.end());
    closeSync(out);
    expect(readElsewhere(file)).toBe('65540 f/65539 65539 None');

    // The place before it takes no room on the disk.
    const before = 5_000_000_000;
    const far = new Zip(before);
    const sparse = join(folder, 'far.zip');
    const hole = openSync(sparse, 'w');
    const parts: Buffer[] = [];
    for (const name of ['a', 'b']) for await (const bytes of far.entry(name, [name])) parts.push(bytes);
    const whole = Buffer.concat([...parts, far.end()]);
    writeSync(hole, whole, 0, whole.length, before);
    closeSync(hole);
    expect(readElsewhere(sparse)).toBe('2 b b None');
    rmSync(folder, { recursive: true });
  },
  180_000,
);

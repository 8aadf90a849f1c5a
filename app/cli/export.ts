import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportBytes } from '../../kernel/record/export.ts';
import { words } from '../words.ts';
import { UsageError } from './arguments.ts';
import { typeCalled, type Session } from './session.ts';

/** `servanda export incidents --format xlsx --filter state=new --out new.xlsx` */
export async function exportRecords(
  session: Session,
  given: { type: string; format: string; filters: Readonly<Record<string, string>>; out: string | undefined },
): Promise<void> {
  const { house, actor, say, signal } = session;
  const type = typeCalled(session, given.type);
  const { format } = given;
  if (format !== 'csv' && format !== 'xlsx')
    throw new UsageError('wrong_use', { detail: `--format ${format}: csv | xlsx.` });
  const rows = Readable.from(exportBytes(house, type, actor, given.filters, format, words), {
    objectMode: false,
  });
  if (given.out === undefined) return pipeline(rows, process.stdout, { end: false, signal });
  await pipeline(rows, createWriteStream(given.out), { signal });
  const { size } = await stat(given.out);
  process.stderr.write(`${say('exported', { bytes: size, file: given.out })}\n`);
}

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { begin, create } from '../../kernel/record/act.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import { onConnection, transaction } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { makePacks, packPieces, verifySample } from '../../practices/audit-workspace/server.ts';
import { Refused } from './arguments.ts';
import { print, type Session } from './session.ts';

/** Draws a sample again from the data here; ends with 1 when it is not the same. */
export async function verifyAuditSample({ house, say, json }: Session, number: string): Promise<void> {
  const check = await transaction(house.pool, async (tx) => {
    const stored = await readRecord(tx, typeNamed(house, 'audit-sample'), number);
    if (!stored) throw notFound('audit-sample', number);
    return verifySample(tx, house, stored.record as Parameters<typeof verifySample>[2]);
  });
  if (json) print(JSON.stringify(check));
  const { population, redrawn, contents } = check;
  const told = [
    ...(population.same
      ? []
      : [say('sample_population', { then: population.countThen, now: population.count })]),
    ...(redrawn.same ? [] : [say('sample_different', { positions: redrawn.different.join(', ') })]),
    ...(contents.same ? [] : [say('sample_altered', { positions: contents.altered.join(', ') })]),
  ];
  if (told.length > 0) throw new Refused(told.join('\n'));
  if (!json) print(say('sample_same', { number, count: population.count, hash: population.hash }));
}

type PackGiven = {
  readonly title: string;
  readonly clause: string | undefined;
  readonly process: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly out: string | undefined;
  /** With what is marked secret, which is otherwise left out. */
  readonly secret: boolean;
};

/** Makes an evidence pack here and now, and writes it to a file. */
export async function makePack(session: Session, given: PackGiven): Promise<void> {
  const { house, actor, language, say, json } = session;
  const scope = given.clause !== undefined ? 'clause' : given.process !== undefined ? 'process' : given.from !== undefined ? 'period' : 'everything';
  const asked = await begin(house, (work) =>
    create(work, 'evidence-pack', actor, {
      title: given.title,
      scope,
      language,
      withSecret: given.secret,
      ...(given.clause === undefined ? {} : { clause: given.clause }),
      ...(given.process === undefined ? {} : { process: given.process }),
      ...(given.from === undefined ? {} : { periodFrom: given.from.slice(0, 10) }),
      ...(given.to === undefined ? {} : { periodTo: given.to.slice(0, 10) }),
    }),
  );
  await makePacks(house);
  const made = await onConnection(house.pool, (tx) => readRecord(tx, typeNamed(house, 'evidence-pack'), asked.number));
  const pack = made?.record as { state: string; fault: string | null; manifestHash: string; records: number; bytes: number; leftOut: number } | undefined;
  if (pack?.state !== 'ready') throw new Refused(say('pack_failed', { why: pack?.fault ?? pack?.state ?? '' }));
  const file = given.out ?? `${asked.number}.zip`;
  await pipeline(Readable.from(packPieces(house, asked.id)), createWriteStream(`${file}.part`)).catch(async (error: unknown) => {
    await rm(`${file}.part`, { force: true });
    throw error;
  });
  await rename(`${file}.part`, file);
  if (json) return print(JSON.stringify({ file, ...pack }));
  print(say('pack_made', { file, records: pack.records, bytes: pack.bytes }));
  if (pack.leftOut > 0) print(say('pack_secret', { count: pack.leftOut }));
  print(say('pack_hash', { hash: pack.manifestHash }));
} // prettier-ignore

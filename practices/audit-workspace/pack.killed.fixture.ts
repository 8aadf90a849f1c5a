// The process that `pack.resume.test.ts` starts and kills: a worker that makes packs, on the database it is told.
import pg from 'pg';
import { servers } from '../../app/practices.ts';
import { dictionaries } from '../../app/words.ts';
import { openHouse } from '../../kernel/practice/open-house.ts';
import { typeParsers } from '../../platform/db/types.ts';
import { makePacks } from './pack.run.ts';

const { now, ...options } = JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig & { readonly now: number };
const pool = new pg.Pool({ ...options, types: typeParsers, max: 5 });
await makePacks(await openHouse({ pool, servers, words: dictionaries, now: () => now }));
await pool.end();

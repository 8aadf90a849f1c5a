import { createHash } from 'node:crypto';
import { system, type Actor, type Language } from '../../kernel/access/actor.ts';
import { actorFor } from '../../kernel/directory/actor.store.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { sealNext } from '../../kernel/trail/seal.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import { transaction } from '../../platform/db/tx.ts';
import { PackTooLarge } from './pack.archive.ts';
import type { EvidencePack } from './pack.fields.ts';
import { sayIn } from './pack.html.ts';
import { makePack } from './pack.make.ts';
import { PackMaking } from './pack.making.ts';
import { PackStore } from './pack.store.ts';

/** Makes what was asked for, one pack at a time; what a worker that died had begun is gone on with. */
export async function makePacks(house: House): Promise<void> {
  for (;;) {
    const worked = await transaction(house.pool, async (tx) => {
      // The lock ends with the transaction, and so with the worker.
      const [taken] = await tx.run<{ id: string }>(
        'evidence_pack_take',
        `select t.id from evidence_pack t join record r on r.id = t.id
         where r.type = 'evidence-pack' and r.state in ('queued', 'running')
           and pg_try_advisory_xact_lock(hashtextextended('evidence-pack ' || t.id::text, 0))
         order by t.id limit 1`,
      );
      if (!taken) return false;
      await makeOne(house, taken.id);
      return true;
    });
    if (!worked) return;
  }
}

async function makeOne(house: House, id: string): Promise<void> {
  const named = { type: 'evidence-pack', id };
  const does = (action: string, input: Readonly<Record<string, unknown>> = {}) =>
    begin(house, (work) => act(work, named, action, system(), input));
  let language: Language = 'en';
  try {
    const pack = (await does('begin')).record as EvidencePack;
    language = pack.language ?? language;
    const began = performance.now();
    // What has just happened belongs to it: sealed first, then read.
    while ((await sealNext(house.pool)) > 0);
    const actor = await ownerOf(house, pack);
    const making = await PackMaking.open(new PackStore(house, id, basisOf(actor)), house.now);
    // What was reached before it was taken up again is not told as if it were to be done once more.
    const advance = (stage: string, progress: number) => does('advance', { stage, progress: Math.max(progress, pack.progress ?? 0) });
    const made = await makePack({ house, pack, actor, advance }, making);
    const result = { ...made, tookMs: Math.round(performance.now() - began) };
    await begin(house, async (work) => {
      await act(work, named, 'finish', system(), result);
      const personIds = pack.ownerId === null ? [] : [pack.ownerId];
      await notify(work, { kind: 'evidence_pack.ready', recordId: id, personIds, params: { records: result.records } });
    }); // prettier-ignore
  } catch (error) {
    await does('fail', { fault: faultOf(house, language, error) });
  }
} // prettier-ignore

/** Whose eyes saw what is in it, and in which form it is packed: of another basis nothing is gone on with. */
const basisOf = ({ holdings }: Actor) =>
  createHash('sha256')
    .update(JSON.stringify(['2026-11-23', holdings]))
    .digest('hex');

const faultOf = (house: House, language: Language, error: unknown): string =>
  error instanceof PackTooLarge
    ? sayIn(house, language).text('evidence_pack.too_large', { file: error.file })
    : error instanceof Error
      ? error.message
      : String(error);

/** Whoever asked, with what they may see now; on the command line what an internal auditor sees. */
async function ownerOf(house: House, { createdBy, language }: EvidencePack): Promise<Actor> {
  if (createdBy === null)
    return { ...system('cli'), language: language ?? 'en', holdings: [{ role: 'internal-auditor' }] };
  const owner = await actorFor(house, createdBy, 'system');
  if (!owner || owner.outside) throw new Error('whoever asked for it has no access any more');
  return owner;
}

export const packJob = defineJob({ name: 'evidence-packs', cron: '* * * * *', run: makePacks });

/** At once, beside the follower's own transaction; if it fails here, the job tells it. */
export const beginPacks = defineSubscriber({
  name: 'evidence-packs-begin',
  on: ['evidence-pack'],
  from: 'now',
  handle: (work, events) => {
    if (events.some(({ action }) => action === 'create' || action === 'make_again'))
      void makePacks(work.house).catch(() => undefined);
    return Promise.resolve();
  },
});

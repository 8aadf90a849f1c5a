import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { verdictSchema } from './acceptance.schema.ts';
import { noteRun, runOf } from './release.queries.ts';
import { deliverablesSchema, hashesSchema } from './release.schema.ts';

const run = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(4000);
/** What a CI/CD run tells of itself. Its token is a person's, whose duties are separated like everybody's. */
export const pipelineBody = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('built'),
    run,
    deliverables: deliverablesSchema,
    version: z.string().trim().min(1).max(60).optional(),
  }),
  z.strictObject({ event: z.literal('tested'), run, results: z.array(verdictSchema).min(1).max(100) }),
  z.strictObject({ event: z.literal('started'), run, hashes: hashesSchema }),
  z.strictObject({ event: z.literal('finished'), run, outcome: z.enum(['deployed', 'failed']), evidence: words }),
]); // prettier-ignore
export type Told = z.output<typeof pipelineBody>;

/** The same event of the same run changes nothing a second time; with another content it is refused. */
export const tell = (
  house: House,
  actor: Actor,
  number: string,
  told: Told,
): Promise<{ repeated: boolean }> =>
  begin(house, async (work) => {
    const [row] = await work.run<{ id: string }>(
      'release_of_run',
      `select id from record where number = $1 and type = 'release' for no key update`,
      [number],
    );
    if (!row) throw notFound('release', number);
    const digest = createHash('sha256').update(JSON.stringify(told)).digest('hex');
    const before = await runOf(work, row.id, told.run, told.event);
    if (before && before.digest !== digest)
      throw conflict('release.run_differs', { run: told.run, event: told.event });
    if (before) return { repeated: true };
    await carryOut(work, row.id, actor, told);
    const { run: name, event } = told;
    await noteRun(work, { id: row.id, run: name, event, digest, byId: actor.id, at: house.now() });
    return { repeated: false };
  });

async function carryOut(work: Work, id: string, actor: Actor, told: Told): Promise<void> {
  const does = (action: string, input: object = {}) =>
    act(work, { type: 'release', id }, action, actor, input, { detail: { run: told.run } });
  switch (told.event) {
    case 'built': {
      const { deliverables, version } = told;
      await does('build', {
        deliverables,
        builderId: actor.id,
        ...(version === undefined ? {} : { versionName: version }),
      });
      return;
    }
    case 'tested': {
      const [row] = await work.run<{ state: string }>('release_state', 'select state from record where id = $1', [id]);
      if (row?.state === 'built') await does('start_test', { testerId: actor.id });
      await does('record_results', { verdicts: told.results });
      return;
    }
    case 'started':
      await does('start', { hashes: told.hashes });
      return;
    case 'finished':
      if (told.outcome === 'failed') {
        await does('roll_back', { reason: told.evidence });
        return;
      }
      await does('smoke_test', { smokeResult: 'passed', smokeEvidence: told.evidence });
      await does('finish');
  }
} // prettier-ignore

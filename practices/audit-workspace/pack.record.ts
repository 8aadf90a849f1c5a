import { z } from 'zod';
import { each } from '../../kernel/access/roles.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { standard } from '../../standard/catalogue.ts';
import { auditors, keepers } from './audit.roles.ts';
import { fields, stages, type EvidencePack } from './pack.fields.ts';
import { inClause } from './pack.scope.ts';

type R = Rule<EvidencePack>;
const askers = [...keepers, ...auditors] as const;
const iso = (at: number) => new Date(at).toISOString();

const scopeIsSaid: R = (_pack, _actor, { input }) => {
  const { scope = 'everything', clause, process, periodFrom, periodTo } = input;
  const needed = (field: string) => no('problem.required', { field: `@evidence_pack.field.${field}` }, field);
  const all = standard().requirements;
  if (scope === 'clause') {
    if (typeof clause !== 'string') return needed('clause');
    if (!all.some((r) => inClause(r, clause))) return no('evidence_pack.no_such_clause', { clause }, 'clause');
  }
  if (scope === 'process') {
    if (typeof process !== 'string') return needed('process');
    if (!all.some((r) => r.process === process)) return no('evidence_pack.no_such_process', { process }, 'process');
  }
  if (scope === 'period' && periodFrom == null) return needed('periodFrom');
  if (scope === 'period' && periodTo == null) return needed('periodTo');
  return typeof periodFrom === 'string' && typeof periodTo === 'string' && periodTo < periodFrom
    ? no('problem.dates_reversed', { from: periodFrom, to: periodTo }, 'periodTo')
    : undefined;
}; // prettier-ignore

const removePieces = async (work: Work, { id }: EvidencePack): Promise<void> => {
  await work.run('evidence_pack_remove', 'delete from evidence_pack_piece where pack_id = $1', [id]);
  await work.run('evidence_pack_remove_parts', 'delete from evidence_pack_part where pack_id = $1', [id]);
};

const made = {
  records: z.int(),
  events: z.int(),
  files: z.int(),
  bytes: z.int(),
  manifestHash: z.string(),
  archiveHash: z.string(),
  chainHead: z.string(),
  unsealed: z.int(),
  leftOut: z.int(),
  ownPapers: z.int(),
  books: z.int(),
  tookMs: z.int(),
};

const process = defineProcess<EvidencePack>()({
  states: { queued: 'new', running: 'active', ready: 'done', failed: 'waiting', removed: 'closed' },
  initial: 'queued',
  create: {
    by: [...askers, 'system'],
    fields: ['title', 'scope', 'clause', 'process', 'periodFrom', 'periodTo', 'language', 'withSecret'],
    required: ['title', 'scope'],
    checks: [scopeIsSaid],
    set: (pack, actor) => ({ ownerId: actor.id, language: pack.language ?? actor.language }),
  },
  edit: { from: ['queued', 'running', 'ready', 'failed'], by: askers, fields: ['title'], required: ['title'] },
  transitions: {
    begin: {
      from: ['queued', 'running'],
      to: 'running',
      by: ['system'],
      set: ({ state, restarts, startedAt }, _actor, { at }) => ({
        // Still running, and nobody at it: whoever made it ended in the middle, and it is gone on with.
        ...(state === 'running' ? { startedAt, restarts: (restarts ?? 0) + 1 } : { startedAt: iso(at), restarts: 0, progress: 0 }),
        stage: 'sealing',
        fault: null,
      }),
      effect: (work, pack) => ((pack.restarts ?? 0) === 0 ? removePieces(work, pack) : Promise.resolve()),
    },
    advance: {
      from: ['running'],
      by: ['system'],
      input: { stage: z.enum(stages), progress: z.int().min(0).max(100) },
      set: (_pack, _actor, { input }) => ({
        stage: input['stage'] as (typeof stages)[number],
        progress: Number(input['progress']),
      }),
    },
    finish: {
      from: ['running'],
      to: 'ready',
      by: ['system'],
      input: made,
      set: (_pack, _actor, { input, at }) => ({
        ...(input as Pick<EvidencePack, keyof typeof made>),
        finishedAt: iso(at),
        stage: null,
        progress: 100,
      }),
    },
    fail: {
      from: ['queued', 'running'],
      to: 'failed',
      by: ['system'],
      input: { fault: z.string() },
      set: (_pack, _actor, { input }) => ({ fault: String(input['fault']).slice(0, 1000), stage: null }),
      effect: removePieces,
    },
    make_again: { from: ['failed', 'ready'], to: 'queued', by: askers, set: () => ({ fault: null, progress: 0, restarts: 0 }) },
    /** The archive goes; that it was made, with its hash, stays. */
    remove: { from: ['ready', 'failed'], to: 'removed', by: askers, effect: removePieces },
  },
  clocks: {},
}); // prettier-ignore

/** Evidence to take along: an archive that proves itself without Servanda (7.5.3). */
export const evidencePack = defineRecord({
  type: 'evidence-pack',
  plural: 'evidence-packs',
  prefix: 'PCK',
  fields,
  base: ['title', 'ownerId'],
  search: [],
  list: ['number', 'title', 'state', 'scope', 'clause', 'process', 'periodFrom', 'periodTo', 'records', 'bytes', 'ownerId'],
  process,
  // A pack holds what its owner may see, so it is theirs: another one makes their own.
  access: {
    ...each(keepers, { view: 'own', act: 'own' } as const),
    ...each(auditors, { view: 'own', act: 'own' } as const),
  },
}); // prettier-ignore

import { z } from 'zod';
import { defineProcess } from '../../kernel/process/process.ts';
import { keepers } from './ci.access.ts';
import { accept, acceptFacts, raise } from './difference.effects.ts';
import { fields, type Difference } from './difference.fields.ts';
import {
  changesAreRecorded,
  changeStands,
  editorIsNotJudge,
  isOfASource,
  liveNeedsItsChange,
  onlyNewIsLinked,
} from './difference.rules.ts';

const software = ['system'] as const;
const judges = [...keepers, 'service-owner'];
const resolved = (_record: Difference, actor: { id: string | null }, { at }: { at: number }) => ({
  resolvedAt: new Date(at).toISOString(),
  resolvedById: actor.id,
  // Should it come again, it is another one.
  subjectKey: null,
});

/** Found is never written over recorded: somebody accepts it with its change, rejects it, or it is an unauthorised change. */
export const differenceProcess = defineProcess<Difference>()({
  states: { open: 'new', raised: 'waiting', accepted: 'closed', rejected: 'closed', gone: 'closed' },
  initial: 'open',
  create: {
    by: software,
    fields: ['title', 'ownerId', 'serviceId', ...Object.keys(fields)],
    required: ['title', 'kind', 'subjectKey'],
  },
  edit: { from: [], by: software, fields: [] },
  transitions: {
    accept: {
      from: ['open', 'raised'],
      to: 'accepted',
      by: judges,
      fields: ['changeRef'],
      input: { itemId: z.uuid().optional() },
      rules: [editorIsNotJudge],
      facts: acceptFacts,
      checks: [onlyNewIsLinked, liveNeedsItsChange, changeStands],
      set: resolved,
      effect: accept,
    },
    reject: {
      from: ['open', 'raised'],
      to: 'rejected',
      by: judges,
      requires: ['reason'],
      rules: [isOfASource],
      // It keeps its key: the same claim again is not a new question.
      set: (_record, actor, { at }) => ({ resolvedAt: new Date(at).toISOString(), resolvedById: actor.id }),
    },
    raise: {
      from: ['open'],
      to: 'raised',
      by: judges,
      rules: [changesAreRecorded],
      effect: raise,
    },
    name_change: { from: ['raised'], by: software, fields: ['raisedChangeId'], required: ['raisedChangeId'] },
    /** Still there, perhaps with another value. */
    see: { from: ['open', 'raised', 'rejected'], by: software, fields: ['title', 'recorded', 'found', 'lastSeenAt', 'seenCount'] },
    /** Rejected, and now something else is claimed. */
    reopen: {
      from: ['rejected'],
      to: 'open',
      by: software,
      fields: ['title', 'recorded', 'found', 'lastSeenAt', 'seenCount'],
      set: () => ({ resolvedAt: null, resolvedById: null }),
    },
    /** The source agrees with the record again. */
    vanish: { from: ['open', 'raised', 'rejected'], to: 'gone', by: software, set: resolved },
  },
  clocks: {},
}); // prettier-ignore

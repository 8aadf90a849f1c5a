import { each, staff } from '../../kernel/access/roles.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields, type Lapse } from './lapse.fields.ts';
import * as rules from './lapse.rules.ts';
import { concernedBy } from './watch.store.ts';

const deciders = ['sms-manager', 'top-management'] as const;
const workers = staff.filter((role) => role !== 'internal-auditor');
const iso = (at: number) => new Date(at).toISOString();

const process = defineProcess<Lapse>()({
  states: { found: 'new', accepted: 'active', corrected: 'done', verified: 'closed', dismissed: 'closed' },
  initial: 'found',
  // The watch alone raises lapses; people report nonconformities of their own where those are kept.
  create: {
    by: ['system'],
    fields: [
      'title',
      'ownerId',
      'orgUnitId',
      'serviceId',
      'rule',
      'requirement',
      'subjectId',
      'subjectKey',
      'facts',
    ],
    required: ['title', 'rule', 'requirement', 'subjectKey'],
    set: (_lapse, _actor, { at }) => ({ foundAt: iso(at) }),
  },
  edit: {
    from: ['found', 'accepted'],
    by: deciders,
    fields: ['grade', 'correction', 'ownerId', 'dueOn'],
    required: [],
  },
  transitions: {
    accept: {
      from: ['found'],
      to: 'accepted',
      by: deciders,
      fields: ['grade', 'correction', 'ownerId', 'dueOn'],
      required: ['grade', 'ownerId', 'dueOn'],
      comment: 'internal',
    },
    dismiss: {
      from: ['found'],
      to: 'dismissed',
      by: deciders,
      requires: ['reason'],
      facts: async (work, lapse) => ({ concerned: await concernedBy(work, lapse.subjectId) }),
      checks: [rules.notTheirOwnCase],
    },
    correct: {
      from: ['accepted'],
      to: 'corrected',
      by: workers,
      fields: ['result'],
      required: ['result'],
      set: (_lapse, actor, { at }) => ({ correctedAt: iso(at), correctedById: actor.id }),
    },
    verify: {
      from: ['corrected'],
      to: 'verified',
      by: staff,
      fields: ['verification'],
      required: ['verification'],
      rules: [rules.verifiedByAnother],
      set: (lapse, actor) => ({ verifiedById: actor.id, sodException: rules.isException(lapse, actor) }),
    },
    send_back: {
      from: ['corrected'],
      to: 'accepted',
      by: staff,
      requires: ['reason'],
      set: () => ({ correctedAt: null, correctedById: null }),
    },
    /** The rule does not find it any more; somebody still has to say how it came and that it is settled. */
    note_repaired: {
      from: ['found', 'accepted', 'corrected'],
      by: ['system'],
      set: (_lapse, _actor, { at }) => ({ repairedAt: iso(at) }),
    },
    note_again: {
      from: ['found', 'accepted', 'corrected'],
      by: ['system'],
      set: () => ({ repairedAt: null }),
    },
  },
  clocks: {},
});

/** Something that must not be, found in the running work by a rule, with the requirement that it offends. */
export const lapse = defineRecord({
  type: 'lapse',
  plural: 'lapses',
  prefix: 'LPS',
  fields,
  base: ['title', 'ownerId', 'serviceId', 'orgUnitId'],
  search: ['rule', 'requirement', 'correction', 'result'],
  list: [
    'number',
    'title',
    'state',
    'requirement',
    'rule',
    'grade',
    'ownerId',
    'dueOn',
    'foundAt',
    'repairedAt',
  ],
  process,
  access: each(staff, { view: 'all', act: 'all' } as const),
});

import { defineProcess, type Action, type Context, type Input } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { approvers, keepers, writers } from './ci.access.ts';
import { changeRefused } from './change-guard.ts';
import { isLive, type Ci } from './ci.fields.ts';
import { endAllRelations, endNeeds, itemNamed, liveDependants } from './ci.queries.ts';
import {
  attributesFit,
  attributesRead,
  changeAuthorises,
  classHasItems,
  initialLoadIsOpen,
  liveEditHasReason,
  liveNeedsChange,
  loaderIsNotApprover,
  nameIsFree,
  namesItsChange,
  nothingLiveNeedsIt,
} from './ci.rules.ts';
import { mergeFacts, mergeInput, mergeItems, mergesIntoAnother } from './ci.merge.ts';
import { ciClasses } from './class.snapshot.ts';

const editable = [
  'title', 'classId', 'description', 'attributes', 'ownerId', 'teamId', 'serviceId', 'orgUnitId', 'criticality',
  'serialNumber', 'location', 'supplierId', 'warrantyUntil', 'endOfLife',
]; // prettier-ignore

const now = ({ at }: Context) => new Date(at).toISOString();

async function aboutItem(work: Work, ci: Ci, input: Input) {
  const classes = work.house.reference.get(ciClasses);
  const { title, classId, location } = { ...ci, ...input } as Ci;
  const named = ['title', 'classId', 'location'].some((key) => input[key] !== undefined);
  // Who says that it is a duplicate has seen it; an import looks for them in a whole batch at once, before it comes here.
  const judged =
    named &&
    classId !== null &&
    input['nameIssue'] !== 'duplicate' &&
    (ci.source === null || ci.version > 0) &&
    classes.get(classId)?.uniqueNames === true;
  return {
    classes,
    before: ci.attributes ?? {},
    duplicate: judged ? await itemNamed(work, title, classId, location, ci.id) : null,
    change: await changeRefused(work, ci, input['changeRef']),
  };
}

const aboutChange: Action<Ci>['facts'] = async (work, ci, input) => ({
  change: await changeRefused(work, ci, input['changeRef']),
});

const attributesOfInput = (ci: Ci, actor: Actor, context: Context) => ({
  attributes: attributesRead((context.facts['before'] ?? {}) as never, ci, actor, context),
});

/** A name that is free settles what an import could not. */
const nameSettled = ({ input }: Context): Partial<Ci> =>
  input['title'] === undefined && input['location'] === undefined ? {} : { nameIssue: null };

/** A change of what is live that cites no change is remembered until one is shown. */
const unlinked = (ci: Ci, context: Context): Partial<Ci> =>
  !isLive(ci.state) || context.input['changeRef'] ? {} : { changeRef: null, unlinkedEditAt: now(context) };

const byChange = {
  by: writers,
  fields: ['changeRef'],
  required: ['changeRef'],
  facts: aboutChange,
  checks: [namesItsChange, changeAuthorises],
} as const;

export const ciProcess = defineProcess<Ci>()({
  states: {
    planned: 'new',
    building: 'active',
    in_test: 'active',
    in_stock: 'waiting',
    live: 'active',
    under_change: 'active',
    retired: 'done',
    disposed: 'closed',
  },
  initial: 'planned',
  create: {
    by: writers,
    fields: [...editable, 'nameIssue', 'occurredAt'],
    required: ['title', 'classId'],
    facts: aboutItem,
    factsLockNothing: true,
    checks: [classHasItems, attributesFit, nameIsFree],
    set: attributesOfInput,
  },
  edit: {
    from: ['planned', 'building', 'in_test', 'in_stock', 'live', 'under_change'],
    by: writers,
    fields: [...editable, 'changeRef'],
    required: ['title', 'classId'],
    facts: aboutItem,
    checks: [classHasItems, liveEditHasReason, attributesFit, nameIsFree, changeAuthorises],
    set: (ci, actor, context) => ({
      ...attributesOfInput(ci, actor, context),
      ...nameSettled(context),
      ...unlinked(ci, context),
    }),
  },
  transitions: {
    build: { from: ['planned'], to: 'building', by: writers },
    test: { from: ['planned', 'building', 'in_stock'], to: 'in_test', by: writers },
    stock: { from: ['planned', 'building', 'in_test', 'retired'], to: 'in_stock', by: writers },
    go_live: {
      ...byChange,
      from: ['planned', 'building', 'in_test', 'in_stock'],
      to: 'live',
      set: (ci, _actor, context) => ({ wentLiveAt: ci.wentLiveAt ?? now(context), retiredAt: null }),
    },
    approve_load: {
      from: ['planned'],
      to: 'live',
      by: approvers,
      rules: [initialLoadIsOpen, loaderIsNotApprover],
      set: (_ci, actor, context) => ({ wentLiveAt: now(context), loadApprovedById: actor.id }),
    },
    start_change: { ...byChange, from: ['live'], to: 'under_change' },
    end_change: {
      ...byChange,
      from: ['under_change'],
      to: 'live',
      checks: [changeAuthorises],
    },
    withdraw_to_stock: { ...byChange, from: ['live', 'under_change'], to: 'in_stock',
      facts: async (work, ci, input) => ({ change: await changeRefused(work, ci, input['changeRef']), dependants: await liveDependants(work, ci.id) }),
      checks: [namesItsChange, changeAuthorises, nothingLiveNeedsIt],
    },
    verify: {
      from: ['building', 'in_test', 'in_stock', 'live', 'under_change'],
      by: [...keepers, 'service-owner', 'engineer'],
      comment: 'internal',
      set: (_ci, actor, context) => ({ lastVerifiedAt: now(context), lastVerifiedById: actor.id }),
    },
    justify_edit: {
      ...byChange,
      from: ['live', 'under_change'],
      by: keepers,
      requires: ['reason'],
      set: () => ({ unlinkedEditAt: null }),
    },
    retire: {
      from: ['planned', 'building', 'in_test', 'in_stock', 'live', 'under_change'],
      to: 'retired',
      by: writers,
      fields: ['changeRef'],
      requires: ['reason'],
      facts: async (work, ci, input) => ({
        change: await changeRefused(work, ci, input['changeRef']),
        dependants: await liveDependants(work, ci.id),
      }),
      checks: [liveNeedsChange, changeAuthorises, nothingLiveNeedsIt],
      set: (_ci, _actor, context) => ({ retiredAt: now(context) }),
      effect: async (work, ci, actor, context) => {
        await endNeeds(work, ci.id, actor.id, now(context));
      },
    },
    /** Not the thing goes, but its second record: no change is needed, only somebody who answers for the records. */
    merge: {
      from: ['planned', 'building', 'in_test', 'in_stock', 'live', 'under_change'],
      to: 'retired',
      by: keepers,
      input: mergeInput,
      requires: ['reason'],
      facts: mergeFacts,
      checks: [mergesIntoAnother],
      set: (_ci, _actor, context) => ({ retiredAt: now(context), mergedIntoId: String(context.input['intoId']) }),
      effect: mergeItems,
    },
    dispose: {
      from: ['retired'],
      to: 'disposed',
      by: writers,
      fields: ['erasureProof'],
      required: ['erasureProof'],
      set: (_ci, _actor, context) => ({ disposedAt: now(context) }),
      effect: async (work, ci, actor, context) => {
        await endAllRelations(work, ci.id, actor.id, now(context));
      },
    },
  },
  clocks: {},
}); // prettier-ignore

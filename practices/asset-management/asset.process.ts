import { dayIn } from '../../kernel/calendar/home-days.ts';
import { z } from 'zod';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { bookkeepers, describing, handlers, keepers, monetary, type Asset } from './asset.fields.ts';
import { bookValueOn } from './asset.money.ts';
import { currentAssignmentsOf, hasFile } from './asset.queries.ts';
import * as rules from './asset.rules.ts';

const held = ['received', 'in_use', 'in_repair', 'in_stock'] as const;
const kept = ['requested', 'ordered', ...held, 'retired'] as const;
const sound = [rules.depreciates, rules.warrantyAfterPurchase];
const today = ({ settings, at }: Context) => dayIn(settings, at);

/** What nobody uses any more needs no licence: its seats are free again. */
async function freeLicences(work: Work, asset: Asset, _actor: Actor, { at }: Context): Promise<void> {
  for (const { id, licenceId } of await currentAssignmentsOf(work, asset.id))
    await act(work, { type: 'licence', id: licenceId }, 'release', system(), { assignmentId: id }, { at });
}

export const assetProcess = defineProcess<Asset>()({
  states: {
    requested: 'new', ordered: 'new', received: 'active', in_use: 'active', in_repair: 'active', in_stock: 'active',
    retired: 'active', disposed: 'closed', cancelled: 'closed',
  }, // prettier-ignore
  initial: 'requested',
  create: {
    by: [...handlers, 'service-owner'],
    fields: [...describing, ...monetary, 'requesterId', 'entryState'],
    required: ['title', 'kind'],
    checks: [rules.existingIsComplete, ...sound],
    set: (asset, _actor, context) =>
      asset.entryState === 'requested' || asset.entryState === null
        ? {}
        : {
            state: asset.entryState,
            inServiceOn:
              asset.inServiceOn ??
              (asset.entryState === 'in_use' ? (asset.purchasedOn ?? today(context)) : null),
          },
  },
  edit: {
    from: kept,
    by: keepers,
    fields: [...describing, ...monetary],
    required: ['title', 'kind'],
    checks: [...sound, rules.booksAreClosed],
  },
  transitions: {
    order: {
      from: ['requested'],
      to: 'ordered',
      by: keepers,
      fields: ['supplierId', 'orderRef', 'costCents', 'currency'],
      required: ['supplierId', 'orderRef'],
    },
    /** Who answers for it and who pays is settled when it arrives, or nobody ever will. */
    receive: {
      from: ['ordered', 'requested'],
      to: 'received',
      by: handlers,
      fields: [
        'tag', 'serial', 'model', 'ownerId', 'costCentre', 'location', 'purchasedOn', 'costCents', 'currency',
        'warrantyUntil', 'endOfSupport',
      ], // prettier-ignore
      required: ['tag', 'ownerId', 'costCentre'],
      checks: sound,
      set: (asset, _actor, context) => ({ purchasedOn: asset.purchasedOn ?? today(context) }),
    },
    deploy: {
      from: ['received', 'in_stock', 'in_repair'],
      to: 'in_use',
      by: handlers,
      fields: ['userId', 'location', 'orgUnitId', 'serviceId', 'inServiceOn'],
      required: ['ownerId', 'costCentre'],
      set: (asset, _actor, context) => ({ inServiceOn: asset.inServiceOn ?? today(context) }),
    },
    put_in_stock: {
      from: ['received', 'in_use', 'in_repair'],
      to: 'in_stock',
      by: handlers,
      fields: ['location'],
      required: ['location'],
      set: () => ({ userId: null }),
    },
    send_to_repair: {
      from: ['received', 'in_use', 'in_stock'],
      to: 'in_repair',
      by: handlers,
      requires: ['reason'],
    },
    /** Another place or another user, without more. */
    move: { from: [...held], by: handlers, fields: ['location', 'userId', 'orgUnitId'] },
    /** A stock-take has seen it, or not. */
    counted: {
      from: [...held, 'retired'],
      by: ['system'],
      fields: ['countResult'],
      required: ['countResult'],
      set: (_asset, _actor, { at }) => ({ countedAt: new Date(at).toISOString() }),
    },
    retire: {
      from: [...held],
      to: 'retired',
      by: handlers,
      fields: ['retireCode'],
      required: ['retireCode'],
      requires: ['reason'],
      set: (_asset, actor, context) => ({ retiredOn: today(context), retiredById: actor.id, userId: null }),
      effect: freeLicences,
    },
    reinstate: {
      from: ['retired'],
      to: 'in_stock',
      by: keepers,
      requires: ['reason'],
      rules: [rules.notWrittenOffYet],
      set: () => ({
        retiredOn: null, retiredById: null, retireCode: null, erasedOn: null, erasedById: null, erasureMethod: null,
        erasureFile: null,
      }), // prettier-ignore
    },
    record_erasure: {
      from: ['retired'],
      by: handlers,
      fields: ['erasureMethod'],
      input: { certificate: z.uuid() },
      required: ['erasureMethod'],
      rules: [rules.erasedByAnother],
      facts: async (work, asset, input) => ({
        certificateIsHere: await hasFile(work, asset.id, String(input['certificate'])),
      }),
      checks: [rules.certificateIsHere],
      set: (asset, actor, context) => ({
        erasureFile: String(context.input['certificate']),
        erasedOn: today(context),
        erasedById: actor.id,
        sodException: rules.sodExceptionOf(asset, actor, [asset.writtenOffById]),
      }),
    },
    /** What is left of its value becomes expense: by somebody who did not retire it. */
    write_off: {
      from: ['retired'],
      by: bookkeepers,
      requires: ['reason'],
      rules: [rules.notWrittenOffYet, rules.writtenOffByAnother],
      set: (asset, actor, context) => ({
        writtenOffCents: bookValueOn(asset, context.settings, today(context)) ?? 0,
        writtenOffOn: today(context),
        writtenOffById: actor.id,
        sodException: rules.sodExceptionOf(asset, actor, [asset.retiredById, asset.erasedById]),
      }),
    },
    dispose: {
      from: ['retired'],
      to: 'disposed',
      by: handlers,
      fields: ['disposalWay'],
      required: ['disposalWay'],
      rules: [rules.erasureIsProven, rules.valueIsWrittenOff, rules.disposedByAnother],
      set: (asset, actor, context) => ({
        disposedOn: today(context),
        sodException: rules.sodExceptionOf(asset, actor, [asset.writtenOffById]),
      }),
    },
    cancel: { from: ['requested', 'ordered'], to: 'cancelled', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

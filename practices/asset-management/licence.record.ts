import { dayIn } from '../../kernel/calendar/home-days.ts';
import { z } from 'zod';
import { defineProcess } from '../../kernel/process/process.ts';
import { newId } from '../../kernel/record/id.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { insideAccess } from './asset.access.ts';
import { handlers, keepers } from './asset.fields.ts';
import { fields, terms, type Licence } from './licence.fields.ts';
import * as rules from './licence.rules.ts';
import { addAssignment, assigneeOf, endAssignment, quantityOf, usedOf } from './licence.store.ts';

const iso = (at: number) => new Date(at).toISOString();
const live = ['active', 'expired'] as const;

const process = defineProcess<Licence>()({
  // What has expired is still installed: it stays open until it is renewed or gone.
  states: { draft: 'new', active: 'active', expired: 'active', terminated: 'closed' },
  initial: 'draft',
  create: {
    by: keepers,
    fields: terms,
    required: ['product', 'metric', 'entitled'],
    checks: [rules.datesInOrder],
    // One product, one name, unless somebody gives it another.
    set: (licence) => (licence.title === '' && licence.product !== null ? { title: licence.product } : {}),
  },
  edit: {
    from: ['draft', ...live],
    by: keepers,
    fields: terms,
    required: ['title', 'product', 'metric', 'entitled'],
    checks: [rules.datesInOrder, rules.coversWhatIsUsed],
  },
  transitions: {
    activate: {
      from: ['draft'],
      to: 'active',
      by: keepers,
      fields: ['entitlementNumber', 'validFrom', 'ownerId'],
      required: ['entitlementNumber', 'validFrom', 'ownerId'],
      checks: [rules.datesInOrder],
    },
    assign: {
      from: ['active'],
      by: handlers,
      input: { assigneeId: z.uuid(), quantity: z.int().min(1).max(100_000).optional() },
      facts: async (work, licence, input) => ({
        used: await usedOf(work, licence.id),
        assignee: await assigneeOf(work, licence.id, String(input['assigneeId'])),
      }),
      checks: [rules.assigneeFits, rules.seatsAreLeft],
      set: (_licence, _actor, context) => ({
        used: Number(context.facts['used']) + rules.quantityIn(context),
      }),
      effect: async (work, licence, actor, context) => {
        await addAssignment(work, {
          id: newId(context.at),
          licenceId: licence.id,
          assigneeId: String(context.input['assigneeId']),
          quantity: rules.quantityIn(context),
          at: iso(context.at),
          byId: actor.id,
        });
      },
    },
    release: {
      from: [...live],
      by: handlers,
      input: { assignmentId: z.uuid() },
      facts: async (work, licence, input) => ({
        used: await usedOf(work, licence.id),
        quantity: await quantityOf(work, licence.id, String(input['assignmentId'])),
      }),
      checks: [rules.assignmentIsCurrent],
      set: (_licence, _actor, { facts }) => ({ used: Number(facts['used']) - Number(facts['quantity']) }),
      effect: async (work, _licence, actor, { at, input }) => {
        await endAssignment(work, String(input['assignmentId']), iso(at), actor.id);
      },
    },
    /** Findings: "licences not reconciled". What an inventory found is written down, also when it is too much. */
    reconcile: {
      from: [...live],
      by: handlers,
      fields: ['measured'],
      required: ['measured'],
      requires: ['comment'],
      comment: 'internal',
      set: (_licence, actor, { settings, at }) => ({
        reconciledOn: dayIn(settings, at),
        reconciledById: actor.id,
      }),
    },
    /** S9: more in use than bought is a risk, and only those with the authority accept it, for a time. */
    accept_overuse: {
      from: [...live],
      by: ['top-management', 'sms-manager'],
      fields: ['acceptedOver', 'acceptedUntil', 'riskDecision'],
      required: ['acceptedOver', 'acceptedUntil', 'riskDecision'],
      checks: [rules.decisionIsLimited],
      set: (_licence, actor, { at }) => ({ acceptedById: actor.id, acceptedAt: iso(at) }),
    },
    renew: {
      from: [...live],
      to: 'active',
      by: keepers,
      fields: ['validTo', 'entitled', 'costCents', 'entitlementNumber'],
      checks: [rules.datesInOrder, rules.renewsLater, rules.coversWhatIsUsed],
    },
    expire: { from: ['active'], to: 'expired', by: ['system'], checks: [rules.isOver] },
    terminate: {
      from: ['draft', ...live],
      to: 'terminated',
      by: keepers,
      requires: ['reason'],
      rules: [rules.nothingIsUsed],
    },
  },
  clocks: {},
});

/** What may be used, by whom, and whether that is enough: the licence position. */
export const licence = defineRecord({
  type: 'licence',
  plural: 'licences',
  prefix: 'LIC',
  fields,
  base: ['title', 'ownerId', 'orgUnitId', 'serviceId'],
  search: ['product', 'entitlementNumber'],
  list: ['number', 'title', 'state', 'metric', 'entitled', 'used', 'validTo', 'ownerId', 'reconciledOn'],
  unique: { licence_entitlement: 'entitlementNumber' },
  register: true,
  process,
  access: insideAccess,
});

import { defineProcess, no, type Action, type Rule } from '../process/process.ts';
import { actionNames } from '../process/refusal.ts';
import { defineRecord, type RecordType } from '../record/record.ts';
import { fields, type Webhook } from './webhook.fields.ts';
import { forgetFault } from './delivery.store.ts';

const by = ['administrator'];
const all = ['title', 'description', 'url', 'form', 'language', 'recordTypes', 'actions'];
const facts: Action<Webhook>['facts'] = async ({ house }) => ({ types: house.types });

const address: Rule<Webhook> = (webhook, _actor, { input }) => {
  const url = URL.parse({ ...webhook, ...input }.url ?? '');
  if (!url || !['http:', 'https:'].includes(url.protocol)) return no('webhook.not_an_address', {}, 'url');
  return url.username === '' && url.password === '' ? undefined : no('webhook.no_sign_in', {}, 'url');
};

const known: Rule<Webhook> = (webhook, _actor, context) => {
  const { recordTypes, actions } = { ...webhook, ...context.input } as Webhook;
  const types = context.facts['types'] as ReadonlyMap<string, RecordType>;
  const strange = (recordTypes ?? []).find((name) => !types.has(name));
  if (strange !== undefined)
    return no('webhook.no_such_type', { found: strange, known: [...types.keys()].join(', ') }, 'recordTypes');
  const possible = new Set(
    (recordTypes ?? []).flatMap((name) => {
      const type = types.get(name);
      return type ? ['create', ...actionNames(type)] : [];
    }),
  );
  const unknown = (actions ?? []).find((name) => !possible.has(name));
  return unknown === undefined
    ? undefined
    : no('webhook.no_such_action', { found: unknown, known: [...possible].join(', ') }, 'actions');
};

const shared = { by, fields: all, required: ['title', 'url', 'form', 'language'], checks: [address, known], facts, factsLockNothing: true } as const; // prettier-ignore

/** An address outside that is told what happens here (8.2.3, parties that take part; capabilities: developers' tools, chat). */
export const webhook = defineRecord({
  type: 'webhook',
  plural: 'webhooks',
  prefix: 'WHK',
  fields,
  base: ['title'],
  search: ['url', 'description'],
  list: ['number', 'title', 'state', 'url', 'updatedAt'],
  process: defineProcess<Webhook>()({
    states: { active: 'active', paused: 'waiting', disabled: 'waiting', retired: 'closed' },
    initial: 'active',
    create: shared,
    edit: { ...shared, from: ['active', 'paused', 'disabled'] },
    transitions: {
      activate: {
        from: ['paused', 'disabled'],
        to: 'active',
        by,
        effect: (work, { id }) => forgetFault(work, id),
      },
      pause: { from: ['active'], to: 'paused', by },
      renew_secret: {
        from: ['active', 'paused', 'disabled'],
        by,
        set: ({ secretNumber }) => ({ secretNumber: (secretNumber ?? 1) + 1 }),
      },
      /** Nobody answers there: the software itself stops asking. */
      disable: { from: ['active'], to: 'disabled', by: ['system'], requires: ['reason'] },
      retire: { from: ['active', 'paused', 'disabled'], to: 'retired', by },
    },
    clocks: {},
  }),
  // An address may carry a key, so it is not for every member of staff.
  access: { administrator: { view: 'all', act: 'all' }, system: { view: 'all', act: 'all' } },
});

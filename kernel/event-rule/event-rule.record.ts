import { each, staff } from '../access/roles.ts';
import { defineProcess, type Action } from '../process/process.ts';
import { defineRecord } from '../record/record.ts';
import { activeWebhooks } from '../webhook/webhook.snapshot.ts';
import { namesExist } from './event-rule.checks.ts';
import { fields, type EventRule } from './event-rule.fields.ts';

const by = ['administrator', 'sms-manager'];
const all = ['title', ...Object.keys(fields)];
const required = ['title', 'trigger', 'steps'];
const facts: Action<EventRule>['facts'] = async ({ house }) => ({
  types: house.types,
  webhooks: house.reference.get(activeWebhooks),
});
const checked = { by, fields: all, required, facts, factsLockNothing: true, checks: [namesExist] } as const;

/** When … if … then …: what the organisation wants done by itself. Only a rule that stands still can be changed. */
export const eventRule = defineRecord({
  type: 'event-rule',
  plural: 'event-rules',
  prefix: 'RUL',
  fields,
  base: ['title'],
  search: ['description'],
  list: ['number', 'title', 'state', 'updatedAt'],
  process: defineProcess<EventRule>()({
    states: { draft: 'new', active: 'active', paused: 'active', retired: 'closed' },
    initial: 'draft',
    create: checked,
    edit: { ...checked, from: ['draft', 'paused'] },
    transitions: {
      // Checked again: a field or an action may have gone since it was written.
      activate: { from: ['draft', 'paused'], to: 'active', by, facts, checks: [namesExist] },
      pause: { from: ['active'], to: 'paused', by },
      retire: { from: ['draft', 'active', 'paused'], to: 'retired', by },
    },
    clocks: {},
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});

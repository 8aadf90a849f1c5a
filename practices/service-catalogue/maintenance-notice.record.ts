import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields, type MaintenanceNotice } from './maintenance-notice.fields.ts';

const writers = [
  'service-owner', 'service-level-manager', 'sms-manager', 'incident-manager', 'service-desk-lead', 'administrator',
]; // prettier-ignore
const editable = ['title', 'titleZh', 'textEn', 'textZh', 'serviceIds', 'startsAt', 'endsAt'];

/** Work that ends before it begins was typed wrongly, and users would read it. */
const endsAfterItBegins: Rule<MaintenanceNotice> = (notice, _actor, { input }) => {
  const { startsAt, endsAt } = { ...notice, ...input } as MaintenanceNotice;
  return startsAt !== null && endsAt !== null && endsAt <= startsAt
    ? no('maintenance_notice.ends_before_start', {}, 'endsAt')
    : undefined;
};

const iso = (at: number) => new Date(at).toISOString();

const process = defineProcess<MaintenanceNotice>()({
  states: { planned: 'new', active: 'active', done: 'closed', cancelled: 'closed' },
  initial: 'planned',
  create: {
    by: writers,
    fields: editable,
    required: ['title', 'startsAt', 'endsAt'],
    checks: [endsAfterItBegins],
  },
  edit: {
    from: ['planned', 'active'],
    by: writers,
    fields: editable,
    required: ['title', 'startsAt', 'endsAt'],
    checks: [endsAfterItBegins],
  },
  transitions: {
    begin: {
      from: ['planned'],
      to: 'active',
      by: [...writers, 'system'],
      set: (_notice, _actor, { at }) => ({ beganAt: iso(at) }),
    },
    finish: {
      from: ['active'],
      to: 'done',
      by: [...writers, 'system'],
      set: (_notice, _actor, { at }) => ({ endedAt: iso(at) }),
    },
    cancel: { from: ['planned'], to: 'cancelled', by: writers, requires: ['reason'] },
  },
  clocks: {},
});

const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
};

export const maintenanceNotice = defineRecord({
  type: 'maintenance-notice',
  plural: 'maintenance-notices',
  prefix: 'MNT',
  fields,
  base: ['title'],
  search: ['titleZh', 'textEn', 'textZh'],
  list: ['number', 'title', 'state', 'startsAt', 'endsAt', 'serviceIds'],
  process,
  access,
});

import { each } from '../../kernel/access/roles.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { everybody, planners } from './audit.roles.ts';
import { fields, type AuditProgramme } from './programme.fields.ts';

type R = Rule<AuditProgramme>;
const described = [
  'title', 'ownerId', 'periodFrom', 'periodTo', 'purpose', 'method', 'responsibility', 'reporting', 'considered', 'weights',
] as const; // prettier-ignore
const required = ['title', 'ownerId', 'periodFrom', 'periodTo'] as const;

const periodInOrder: R = (programme, _actor, { input }) => {
  const from = input['periodFrom'] ?? programme.periodFrom;
  const to = input['periodTo'] ?? programme.periodTo;
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? no('problem.dates_reversed', { from, to }, 'periodTo')
    : undefined;
};
const weighedOnce: R = (_programme, _actor, { input }) => {
  const weights = (input['weights'] ?? []) as readonly { area: string }[];
  return new Set(weights.map(({ area }) => area)).size < weights.length
    ? no('audit_programme.weighed_twice', {}, 'weights')
    : undefined;
};
/** S1: who made it or keeps it does not approve it; in a small organisation nobody else may be there. */
const approvedByAnother: R = (programme, actor, { settings }) =>
  actor.id !== null &&
  [programme.createdBy, programme.ownerId].includes(actor.id) &&
  settings.get(profile).value !== 'S'
    ? no('audit_programme.approver_made_it')
    : undefined;

const process = defineProcess<AuditProgramme>()({
  states: { draft: 'new', approved: 'active', ended: 'closed' },
  initial: 'draft',
  create: { by: [...planners], fields: described, required, checks: [periodInOrder, weighedOnce] },
  edit: {
    from: ['draft'],
    by: [...planners],
    fields: described,
    required,
    checks: [periodInOrder, weighedOnce],
  },
  transitions: {
    approve: {
      from: ['draft'],
      to: 'approved',
      by: ['top-management'],
      // 9.2-a: frequency and weights, method, responsibility and reporting are all part of it.
      fields: ['purpose', 'method', 'responsibility', 'reporting', 'considered'],
      required: ['method', 'responsibility', 'reporting', 'considered'],
      rules: [approvedByAnother],
      set: (_programme, actor, { at }) => ({
        approvedAt: new Date(at).toISOString(),
        approvedById: actor.id,
      }),
    },
    revise: {
      from: ['approved'],
      to: 'draft',
      by: [...planners],
      requires: ['reason'],
      set: () => ({ approvedAt: null, approvedById: null }),
    },
    end: { from: ['approved'], to: 'ended', by: [...planners] },
  },
  clocks: {},
});

/** 9.2: which audits there are in a period, how often, how, by whom, and why so. */
export const auditProgramme = defineRecord({
  type: 'audit-programme',
  plural: 'audit-programmes',
  prefix: 'AUP',
  fields,
  base: ['title', 'ownerId'],
  search: ['purpose', 'considered'],
  list: ['number', 'title', 'state', 'periodFrom', 'periodTo', 'ownerId', 'approvedById'],
  register: true,
  process,
  access: { ...each(everybody, { view: 'all', act: 'all' } as const), 'internal-auditor': { view: 'all', act: 'all', anywhere: true } },
}); // prettier-ignore

import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { fields, told, type ReportDefinition } from './definition.fields.ts';
import * as rules from './definition.rules.ts';
import { alsoWrote, inside, isoOf, writers, wrote } from './reporting.roles.ts';

const about = ['title', 'ownerId', 'customerId', 'serviceId', ...Object.keys(told)];
const approvers = ['sms-manager', 'top-management', 'service-level-manager', 'business-relationship-manager'];

const written = {
  by: [...writers],
  fields: about,
  required: ['title', 'audience', 'frequency', 'startsOn'],
  facts: rules.figureFacts,
  checks: [rules.figuresAreKnown, rules.figuresAreNamedOnce, rules.customerFits, rules.recipientsMayRead],
  set: (definition, actor) => ({ authorIds: alsoWrote(definition, actor) }),
} satisfies Omit<Action<ReportDefinition>, 'from'>;

const process = defineProcess<ReportDefinition>()({
  states: { draft: 'new', in_force: 'active', retired: 'closed' },
  initial: 'draft',
  create: written,
  edit: { ...written, from: ['draft'] },
  transitions: {
    approve: {
      from: ['draft'],
      to: 'in_force',
      by: approvers,
      rules: [rules.isWhole, rules.approvedByAnother],
      facts: rules.figureFacts,
      checks: [rules.figuresAreKnown, rules.recipientsMayRead],
      set: (definition, actor, { at, settings }) => {
        const today = dayIn(settings, at);
        return {
          approvedById: actor.id,
          approvedAt: isoOf(at),
          reviewedOn: today,
          reviewDueOn: addMonths(today, 12),
          sodException: wrote(definition, actor),
        };
      },
    },
    revise: { from: ['in_force'], to: 'draft', by: [...writers], requires: ['reason'] },
    /** Does its reader still need it, and does it still say what they decide by? */
    review: {
      from: ['in_force'],
      by: [...writers],
      fields: ['reviewNote'],
      required: ['reviewNote'],
      checks: [saidAnew('report_definition', 'reviewNote')],
      set: (_definition, _actor, { at, settings }) => {
        const today = dayIn(settings, at);
        return { reviewedOn: today, reviewDueOn: addMonths(today, 12) };
      },
    },
    retire: { from: ['draft', 'in_force'], to: 'retired', by: approvers, requires: ['reason'] },
  },
  clocks: {},
});

/** 9.4 a: which report is made for whom, how often, of what, and what for. */
export const reportDefinition = defineRecord({
  type: 'report-definition',
  plural: 'report-definitions',
  prefix: 'SRD',
  fields,
  base: ['title', 'ownerId', 'customerId', 'serviceId'],
  search: ['purpose', 'decides'],
  list: ['number', 'title', 'state', 'audience', 'customerId', 'frequency', 'ownerId', 'reviewDueOn'],
  register: true,
  process,
  access: inside,
});

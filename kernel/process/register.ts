import type { BaseRecord } from '../record/base.ts';
import { defineProcess, type Action, type Process } from './process.ts';

/**
 * The life cycle of things that are kept rather than worked on (people, teams, calendars): in use, or not any more.
 * Nothing is deleted, because records point to them for ever.
 */
export const register = <R extends BaseRecord>(given: {
  by: readonly string[];
  fields: readonly string[];
  required: readonly string[];
  /** Fields that cannot change once the record exists. */
  fixed?: readonly string[];
  checks?: Action<R>['checks'];
}): Process<R, 'active' | 'inactive'> =>
  defineProcess<R>()({
    states: { active: 'active', inactive: 'closed' },
    initial: 'active',
    create: { by: given.by, fields: given.fields, required: given.required, checks: given.checks ?? [] },
    edit: {
      from: ['active'],
      by: given.by,
      fields: given.fields.filter((f) => !given.fixed?.includes(f)),
      required: given.required,
      checks: given.checks ?? [],
    },
    transitions: {
      deactivate: { from: ['active'], to: 'inactive', by: given.by },
      reactivate: { from: ['inactive'], to: 'active', by: given.by },
    },
    clocks: {},
  });

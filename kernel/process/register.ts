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
  /** What creating fills in where nothing was given, and nobody empties afterwards. */
  neverEmpty?: readonly string[];
  /** What creating adds to what was given. */
  adds?: Pick<Action<R>, 'facts' | 'factsLockNothing' | 'set'>;
}): Process<R, 'active' | 'inactive'> =>
  defineProcess<R>()({
    states: { active: 'active', inactive: 'closed' },
    initial: 'active',
    create: {
      ...given.adds,
      by: given.by,
      fields: given.fields,
      required: given.required,
      checks: given.checks ?? [],
    },
    edit: {
      from: ['active'],
      by: given.by,
      fields: given.fields.filter((f) => !given.fixed?.includes(f)),
      required: [...given.required, ...(given.neverEmpty ?? [])],
      checks: given.checks ?? [],
    },
    transitions: {
      deactivate: { from: ['active'], to: 'inactive', by: given.by },
      reactivate: { from: ['inactive'], to: 'active', by: given.by },
    },
    clocks: {},
  });

import { each, staff } from '../access/roles.ts';
import { defineProcess, type Action } from '../process/process.ts';
import { defineRecord } from '../record/record.ts';
import { fields, type CustomFieldRecord } from './custom-field.fields.ts';
import {
  keyForm,
  knownTransitions,
  knownType,
  optionsFit,
  optionsStay,
  referenceFits,
} from './custom-field.rules.ts';

const by = ['administrator'];
const all = Object.keys(fields);
/** What values were written by: another key, kind or type would make them unreadable. */
const fixed = new Set(['recordType', 'key', 'kind', 'pointsTo']);

const facts: Action<CustomFieldRecord>['facts'] = async ({ house }) => ({ types: house.types });
const titled: Action<CustomFieldRecord>['set'] = ({ labelEn, labelZh }) => ({
  title: [...new Set([labelEn, labelZh])].filter(Boolean).join(' · '),
});
const shared = { by, facts, factsLockNothing: true, set: titled } as const;

/** A field that an organisation adds to a record type. Its values are in `record.custom`, under its key. */
export const customField = defineRecord({
  type: 'custom-field',
  plural: 'custom-fields',
  prefix: 'FLD',
  fields,
  base: ['title'],
  search: ['key', 'labelEn', 'labelZh'],
  list: ['number', 'title', 'recordType', 'key', 'kind', 'required', 'place'],
  unique: { custom_field_key: 'key' },
  process: defineProcess<CustomFieldRecord>()({
    states: { active: 'active', inactive: 'closed' },
    initial: 'active',
    create: {
      ...shared,
      fields: all,
      required: ['recordType', 'key', 'kind', 'labelEn', 'labelZh'],
      checks: [knownType, keyForm, optionsFit, referenceFits, knownTransitions],
    },
    edit: {
      ...shared,
      from: ['active'],
      fields: all.filter((key) => !fixed.has(key)),
      required: ['labelEn', 'labelZh'],
      checks: [optionsFit, optionsStay, knownTransitions],
    },
    transitions: {
      deactivate: { from: ['active'], to: 'inactive', by },
      reactivate: { from: ['inactive'], to: 'active', by },
    },
    clocks: {},
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});

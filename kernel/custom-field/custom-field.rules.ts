import { no, type Rule } from '../process/process.ts';
import { actionNames } from '../process/refusal.ts';
import type { RecordType } from '../record/record.ts';
import type { CustomFieldRecord, CustomOption } from './custom-field.fields.ts';

/** What the rules look at: the record types of this house. */
export type TypeFacts = { readonly types?: ReadonlyMap<string, RecordType> };

/** What is arranged for the others cannot itself be extended: a field of fields would describe itself. */
const notExtended = new Set(['custom-field']);

const given = (field: CustomFieldRecord, input: object): CustomFieldRecord => ({ ...field, ...input });

export const knownType: Rule<CustomFieldRecord> = (_field, _actor, { input, facts }) => {
  const { types } = facts as TypeFacts;
  const name = input['recordType'];
  if (typeof name !== 'string' || !types) return undefined;
  const known = [...types.keys()].filter((type) => !notExtended.has(type));
  return known.includes(name)
    ? undefined
    : no('custom.no_such_type', { types: known.join(', ') }, 'recordType');
};

export const keyForm: Rule<CustomFieldRecord> = (_field, _actor, { input }) =>
  typeof input['key'] === 'string' && !/^[a-z][a-z0-9_]{0,39}$/.test(input['key'])
    ? no('custom.key_form', {}, 'key')
    : undefined;

export const optionsFit: Rule<CustomFieldRecord> = (field, _actor, { input }) => {
  const { kind, options } = given(field, input);
  const chooses = kind === 'choice' || kind === 'choices';
  if (chooses && !options?.length) return no('custom.options_needed', {}, 'options');
  if (!chooses && options?.length) return no('custom.options_not_here', {}, 'options');
  const values = (options ?? []).map((o) => o.value);
  const twice = values.find((v, i) => values.indexOf(v) !== i);
  return twice === undefined ? undefined : no('custom.option_twice', { option: twice }, 'options');
};

/** An option that records may have is retired, never taken away: they would show a value that nobody can read. */
export const optionsStay: Rule<CustomFieldRecord> = (field, _actor, { input }) => {
  if (input['options'] === undefined) return undefined;
  const kept = new Set(((input['options'] ?? []) as readonly CustomOption[]).map((o) => o.value));
  const gone = (field.options ?? []).filter((o) => !kept.has(o.value)).map((o) => o.label.en);
  return gone.length === 0 ? undefined : no('custom.option_gone', { options: gone.join(', ') }, 'options');
};

export const referenceFits: Rule<CustomFieldRecord> = (field, _actor, { input }) => {
  const { kind, pointsTo } = given(field, input);
  if (kind === 'reference' && !pointsTo) return no('custom.points_to_needed', {}, 'pointsTo');
  return kind !== 'reference' && pointsTo ? no('custom.points_to_not_here', {}, 'pointsTo') : undefined;
};

export const knownTransitions: Rule<CustomFieldRecord> = (field, _actor, { input, facts }) => {
  const { recordType, requiredOn } = given(field, input);
  const type = (facts as TypeFacts).types?.get(recordType ?? '');
  if (!type || !requiredOn) return undefined;
  const known = actionNames(type).filter((name) => Object.hasOwn(type.process.transitions, name));
  const unknown = requiredOn.filter((name) => !known.includes(name));
  return unknown.length === 0
    ? undefined
    : no('custom.no_such_transition', { unknown: unknown.join(', '), known: known.join(', ') }, 'requiredOn');
};

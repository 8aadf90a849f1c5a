import { no, type Rule } from '../../kernel/process/process.ts';
import { keyPattern, type CiClassRecord } from './class.fields.ts';
import { lineage, type CiClasses } from './class.snapshot.ts';

type Of = Rule<CiClassRecord>;
const entered = (record: CiClassRecord, input: object): CiClassRecord => ({ ...record, ...input });
const classesOf = (facts: Readonly<Record<string, unknown>>) => facts['classes'] as CiClasses;

export const keyForm: Of = (_record, _actor, { input }) =>
  typeof input['key'] === 'string' && !keyPattern.test(input['key'])
    ? no('ci_class.key_form', {}, 'key')
    : undefined;

/** A class below itself has no attributes that could be told. */
export const noCircle: Of = (record, _actor, { input, facts }) => {
  const parent = input['parentId'];
  if (typeof parent !== 'string') return undefined;
  return lineage(classesOf(facts), parent).some((c) => c.id === record.id)
    ? no('ci_class.circle', {}, 'parentId')
    : undefined;
};

export const attributesFit: Of = (record, _actor, { input }) => {
  const { attributes } = entered(record, input);
  const keys = (attributes ?? []).map((a) => a.key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) return no('ci_class.attribute_twice', { key: twice }, 'attributes');
  const empty = (attributes ?? []).find((a) => a.kind === 'choice' && !a.options?.length);
  return empty ? no('ci_class.options_needed', { key: empty.key }, 'attributes') : undefined;
};

/** What items of the class may hold is kept readable: the kind of an attribute never changes. */
export const kindsStay: Of = (record, _actor, { input }) => {
  const now = (input['attributes'] ?? record.attributes) as CiClassRecord['attributes'];
  const before = new Map((record.attributes ?? []).map((a) => [a.key, a.kind]));
  const changed = (now ?? []).find((a) => before.has(a.key) && before.get(a.key) !== a.kind);
  return changed ? no('ci_class.kind_fixed', { key: changed.key }, 'attributes') : undefined;
};

export const relationsNameClasses: Of = (record, _actor, { input, facts }) => {
  const { relations, key } = entered(record, input);
  const known = new Set([...classesOf(facts).values()].map((c) => c.key));
  if (key !== null) known.add(key);
  const unknown = (relations ?? []).flatMap((r) => r.to).find((to) => !known.has(to));
  return unknown === undefined ? undefined : no('ci_class.no_such_class', { key: unknown }, 'relations');
};

/** What is used is not taken out of use. */
export const nothingUsesIt: Of = (_record, _actor, { facts }) => {
  const { items, below } = facts as { items: number; below: number };
  return items + below > 0 ? no('ci_class.in_use', { items, below }) : undefined;
};

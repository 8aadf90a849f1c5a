import type { Actor } from '../access/actor.ts';
import type { Reference } from '../practice/reference.ts';
import type { RecordType } from '../record/record.ts';
import { isStaff } from '../record/universal.ts';
import { customFieldsOf, type CustomField } from './custom-field.snapshot.ts';
import { customName, fieldOf, isAskedIn, isNeededIn } from './values.ts';

type Asking = { readonly fields: readonly string[]; readonly required: readonly string[] };

/**
 * What `/meta` says of a type's custom fields, told in the places of its own fields, so that forms, lists and filters
 * need to know no difference. People outside the organisation are not told of them.
 */
export function customMeta(reference: Reference, type: RecordType, actor: Actor) {
  const all = isStaff(actor) ? customFieldsOf(reference, type) : [];
  const active = all.filter((f) => f.active);
  const names = (fields: readonly CustomField[]) => fields.map(customName);
  return {
    fields: all.map((field) => ({
      key: customName(field),
      ...fieldOf(field).about,
      ...(field.active ? {} : { readOnly: true }),
      label: field.label,
      help: field.help,
      optionLabels: Object.fromEntries(field.options.map((o) => [o.value, o.label])),
    })),
    list: names(active.filter((f) => f.inList)),
    /** An action with its own fields, and those of the organisation that it takes. */
    asked: <T extends Asking>(name: string, action: T): T => ({
      ...action,
      fields: [...action.fields, ...names(active.filter((f) => isAskedIn(f, name)))],
      required: [...action.required, ...names(active.filter((f) => isNeededIn(f, name)))],
    }),
  };
}

import type { LabelsOf } from '../import/labels.ts';
import type { Reference } from '../practice/reference.ts';
import { processOf } from '../process/refusal.ts';
import { allFields, type RecordType } from '../record/record.ts';
import { customFieldsOf } from './custom-field.snapshot.ts';
import { customName, fieldOf } from './values.ts';

/** A type as files are read for it: its custom fields are fields like its own, `custom.cost_centre`. */
export function withCustomFields(reference: Reference, type: RecordType): RecordType {
  const custom = customFieldsOf(reference, type).filter((f) => f.active);
  if (custom.length === 0) return type;
  const process = processOf(type);
  const { create } = process;
  return {
    ...type,
    fields: { ...type.fields, ...Object.fromEntries(custom.map((f) => [customName(f), fieldOf(f)])) },
    process: {
      ...process,
      create: {
        ...create,
        fields: [...(create.fields ?? Object.keys(allFields(type))), ...custom.map(customName)],
        required: [...(create.required ?? []), ...custom.filter((f) => f.required).map(customName)],
      },
    } as unknown as RecordType['process'],
  };
}

/** What the custom fields and their options are called in both languages, beside the words of the dictionaries. */
export function withCustomLabels(reference: Reference, type: RecordType, labels: LabelsOf): LabelsOf {
  const custom = new Map(customFieldsOf(reference, type).map((f) => [customName(f), f]));
  if (custom.size === 0) return labels;
  return {
    field: (name, key) => {
      const field = custom.get(key);
      return field ? Object.values(field.label) : labels.field(name, key);
    },
    option: (name, key, option) => {
      const field = custom.get(key);
      if (!field) return labels.option(name, key, option);
      return Object.values(field.options.find((o) => o.value === option)?.label ?? {});
    },
  };
}

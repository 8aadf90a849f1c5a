import { z } from 'zod';
import type { FieldProblem } from '../../platform/http/problem.ts';
import type { Language } from '../../kernel/access/actor.ts';
import type { Attributes } from './ci.fields.ts';
import type { Attribute } from './class.fields.ts';

type Given = Readonly<Record<string, unknown>>;
type Value = string | number | boolean;
const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

const fault = (
  { key, label }: Attribute,
  language: Language,
  code: string,
  found?: unknown,
  options?: string,
): FieldProblem => ({
  field: `attributes.${key}`,
  code: `ci.attribute.${code}`,
  params: { label: label[language], ...(options === undefined ? {} : { options }) },
  ...(found === undefined ? {} : { found: JSON.stringify(found).slice(0, 120) }),
});

const date = z.iso.date();

/** What a value means for its attribute; undefined when it means nothing. Texts of files are read as what they say. */
function typed({ kind, options = [] }: Attribute, value: unknown): Value | undefined {
  const text = typeof value === 'string' ? value.trim() : undefined;
  switch (kind) {
    case 'text':
      return text ?? (typeof value === 'number' ? String(value) : undefined);
    case 'integer':
    case 'number': {
      const n = typeof value === 'number' ? value : text !== undefined && /^-?\d/.test(text) ? Number(text) : NaN;
      return Number.isFinite(n) && Math.abs(n) <= 1e15 && (kind === 'number' || Number.isInteger(n)) ? n : undefined;
    }
    case 'yes_no':
      if (typeof value === 'boolean') return value;
      return /^(?:true|yes|1|是)$/i.test(text ?? '') ? true : /^(?:false|no|0|否)$/i.test(text ?? '') ? false : undefined;
    case 'date':
      return date.safeParse(text).success ? text : undefined;
    case 'choice':
      return options.find((option) => option.toLowerCase() === text?.toLowerCase());
  }
} // prettier-ignore

const wrong: Readonly<Record<Attribute['kind'], string>> = {
  text: 'not_text',
  integer: 'not_integer',
  number: 'not_number',
  yes_no: 'not_yes_no',
  date: 'not_date',
  choice: 'not_offered',
};

/**
 * The attributes as they will be, judged by the class; every fault names its attribute. What an item holds already and
 * its class no longer has stays: history is not lost by an edit of the class.
 */
export function attributesAfter(
  known: readonly Attribute[],
  before: Attributes,
  given: Given,
  language: Language,
): { values: Attributes; faults: readonly FieldProblem[] } {
  const byKey = new Map(known.map((attribute) => [attribute.key, attribute]));
  const faults: FieldProblem[] = [];
  const values: Record<string, Value> = { ...before };
  for (const [key, value] of Object.entries(given)) {
    const attribute = byKey.get(key);
    if (isEmpty(value)) delete values[key];
    else if (!attribute) {
      if (before[key] !== value)
        faults.push({ field: `attributes.${key}`, code: 'ci.attribute.unknown', params: { key, known: [...byKey.keys()].join(', ') || '–' } });
    } else {
      const read = typed(attribute, value);
      if (read === undefined)
        faults.push(fault(attribute, language, wrong[attribute.kind], value, attribute.options?.join(', ') ?? ''));
      else values[key] = read;
    }
  } // prettier-ignore
  for (const attribute of known)
    if (attribute.required === true && isEmpty(values[attribute.key]))
      if (!faults.some((f) => f.field === `attributes.${attribute.key}`))
        faults.push(fault(attribute, language, 'required'));
  return { values, faults };
}

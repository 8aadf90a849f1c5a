import type { FieldProblem } from '../../platform/http/problem.ts';
import type { Field } from '../record/field.ts';
import { toMinor } from '../record/money.ts';
import type { RecordType } from '../record/record.ts';
import { asText } from '../record/text.ts';
import { parseDate, parseInstant, type DateOrder } from './dates.ts';
import type { LabelsOf } from './labels.ts';
import type { Mapping } from './mapping.ts';
import type { Converted } from './converted.ts';
import { importable, optionFor } from './suggest.ts';

const yes = new Set(['true', 'yes', 'y', '1', 'x', '是', '真']);
const no = new Set(['false', 'no', 'n', '0', '否', '假']);

/** Reads a row by the mapping. Every fault of the row is told, not only the first. */
export function convert(
  type: RecordType,
  mapping: Mapping,
  columns: readonly string[],
  cells: readonly string[],
  labels: LabelsOf,
): Converted {
  const fields = importable(type);
  const input: Record<string, unknown> = {};
  const names: Converted['names'][number][] = [];
  const reasons: FieldProblem[] = [];
  // Read last: how many decimals an amount has, the row's currency says.
  const amounts: [key: string, text: string][] = [];
  const order: DateOrder = mapping.dates === 'auto' ? 'dmy' : mapping.dates;
  const put = (key: string, field: Field, text: string, create: boolean) => {
    const { kind, to = [], options = [] } = field.about;
    if (kind === 'reference' || kind === 'references') {
      const many = kind === 'references';
      for (const name of many
        ? text
            .split(/[;,\n]/)
            .map((part) => part.trim())
            .filter(Boolean)
        : [text])
        names.push({ field: key, to, text: name, create, many });
      return;
    }
    if (field.about.money === true) {
      amounts.push([key, text]);
      return;
    }
    const value = valueOf(kind, text, order, mapping.zone, (one) =>
      optionFor(type, key, options, one, labels),
    );
    if (value === undefined) reasons.push(fault(key, kind, text, options));
    else input[key] = value;
  };
  for (const [key, value] of Object.entries(mapping.constants)) {
    const field = fields[key];
    if (!field || value === null) continue;
    if (typeof value === 'string') put(key, field, value, false);
    else input[key] = value;
  }
  columns.forEach((column, i) => {
    const to = mapping.columns[column];
    const field = to ? fields[to.field] : undefined;
    const text = (cells[i] ?? '').trim();
    if (!to || !field || text === '' || mapping.empty.includes(text)) return;
    const known = to.values && Object.hasOwn(to.values, text) ? to.values[text] : undefined;
    if (known === null) return;
    if (known === undefined) put(to.field, field, text, to.create ?? false);
    else if (typeof known === 'string') put(to.field, field, known, to.create ?? false);
    else input[to.field] = known;
  });
  const currency = asText(input['currency'] ?? fields['currency']?.about.initial);
  for (const [key, text] of amounts) {
    const minor = toMinor(text, currency);
    if (minor === undefined) reasons.push(fault(key, 'number', text, []));
    else input[key] = minor;
  }
  return { input, names, reasons };
}

function valueOf(
  kind: Field['about']['kind'],
  text: string,
  order: DateOrder,
  zone: string,
  option: (text: string) => unknown,
): unknown {
  switch (kind) {
    case 'text':
    case 'longtext':
      return text;
    case 'integer': {
      const digits = text.replaceAll(/[\s,_](?=\d{3}\b)/g, '').replace(/\.0+$/, '');
      return /^-?\d{1,15}$/.test(digits) ? Number(digits) : undefined;
    }
    case 'number': {
      const digits = text.replaceAll(/[\s,_](?=\d{3}\b)/g, '');
      return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(digits) ? Number(digits) : undefined;
    }
    case 'boolean':
      return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : undefined;
    case 'instant':
      return parseInstant(text, order, zone);
    case 'date':
      return parseDate(text, order);
    case 'choice':
      return option(text);
    case 'choices': {
      const all = text.split(/[;,\n]/).flatMap((part) => (part.trim() === '' ? [] : [option(part.trim())]));
      return all.includes(undefined) ? undefined : all;
    }
    case 'structure':
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
    case 'reference':
    case 'references':
      return text;
  }
}

function fault(
  field: string,
  kind: string,
  text: string,
  options: readonly (string | number)[],
): FieldProblem {
  const found = text.slice(0, 120);
  if (kind === 'choice' || kind === 'choices')
    return { field, code: 'problem.one_of', params: { options: options.join(', ') }, found };
  if (kind === 'instant' || kind === 'date') return { field, code: 'import.no_date', found };
  if (kind === 'integer') return { field, code: 'problem.whole_number', found };
  if (kind === 'number') return { field, code: 'import.no_number', found };
  if (kind === 'boolean') return { field, code: 'import.no_boolean', found };
  return { field, code: 'import.unreadable', found };
}

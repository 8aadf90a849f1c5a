import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { FieldOverrides, InputProps } from './override.ts';
import { useLabels, useT } from '../words.ts';
import { ZoneInput } from './ZoneInput.tsx';
import { asText } from '../../record/text.ts';
import { ReferencePicker, ReferencesPicker } from './ReferencePicker.tsx';

// Calendars and dayjs weigh as much as the rest of a form; most forms have no date.
const InstantInput = lazy(() => import('./DateInputs.tsx').then((m) => ({ default: m.InstantInput })));
const DayInput = lazy(() => import('./DateInputs.tsx').then((m) => ({ default: m.DayInput })));

/** The input for a field by its kind. A structure without an override has none. */
export function FieldInput(props: InputProps & { readonly overrides?: FieldOverrides | undefined }) {
  const { overrides, ...input } = props;
  const Own = overrides?.[props.field.key]?.Input ?? (props.field.key === 'zone' ? ZoneInput : undefined);
  return Own ? <Own {...input} /> : <ByKind {...input} />;
}

function ByKind({
  type,
  field,
  value,
  onChange,
  label,
  refs,
  description,
  error,
  required = false,
  startHere,
}: InputProps) {
  const labels = useLabels();
  const t = useT();
  const shared = { label, description, error, required, ...(startHere ? { 'data-autofocus': true } : {}) };
  const text = typeof value === 'string' ? value : '';
  const orNull = (next: string) => (next === '' ? null : next);
  switch (field.kind) {
    case 'text':
      return <TextInput {...shared} value={text} onChange={(e) => onChange(orNull(e.currentTarget.value))} />;
    case 'longtext':
      return <Textarea {...shared} value={text} onChange={(e) => onChange(orNull(e.currentTarget.value))} />;
    case 'integer':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={false}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'choices':
      // Without options they are typed, each a word or a code.
      return field.options === undefined ? (
        <TagsInput
          {...shared}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => onChange(next.length === 0 ? null : next.map((tag) => tag.trim()))}
          splitChars={[',', ' ', '、', '，']}
          acceptValueOnBlur
        />
      ) : (
        <MultiSelect
          {...shared}
          data={(field.options ?? []).map((o) => ({
            value: String(o),
            label: labels.option(type, field.key, o),
          }))}
          value={Array.isArray(value) ? value.map(String) : []}
          clearable
          searchable={(field.options?.length ?? 0) > 8}
          nothingFoundMessage={t('ui.nothing_found')}
          onChange={(next) => onChange(next.length === 0 ? null : next)}
        />
      );
    case 'boolean':
      return (
        <Switch {...shared} checked={value === true} onChange={(e) => onChange(e.currentTarget.checked)} />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          data={(field.options ?? []).map((o) => ({
            value: String(o),
            label: labels.option(type, field.key, o),
          }))}
          value={value === null || value === undefined ? null : asText(value)}
          clearable={!required}
          allowDeselect={!required}
          searchable={(field.options?.length ?? 0) > 8}
          nothingFoundMessage={t('ui.nothing_found')}
          // An option keeps the type it has in the contract: levels are numbers.
          onChange={(next) => onChange(field.options?.find((o) => String(o) === next) ?? null)}
        />
      );
    case 'reference':
      return (
        <ReferencePicker
          {...shared}
          startHere={startHere}
          to={field.to ?? []}
          refs={refs}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'references':
      return (
        <ReferencesPicker
          {...shared}
          to={field.to ?? []}
          refs={refs}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'instant':
      return (
        <Suspense fallback={<TextInput {...shared} disabled />}>
          <InstantInput {...shared} value={text} onChange={onChange} />
        </Suspense>
      );
    case 'date':
      return (
        <Suspense fallback={<TextInput {...shared} disabled />}>
          <DayInput {...shared} value={text} onChange={onChange} />
        </Suspense>
      );
    case 'structure':
      return null;
  }
}

import { Alert, Stack } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { fieldErrors } from '../../../platform/ui/problems.ts';
import type { MetaField, MetaType, Refs } from '../contract.ts';
import { FieldInput } from '../field/FieldInput.tsx';
import type { FieldOverrides } from '../field/override.ts';
import { useLabels } from '../words.ts';

export type Asked = { readonly field: MetaField; readonly required: boolean; readonly isInput: boolean };
export type FormValues = Readonly<Record<string, unknown>>;

/** Labelled inputs for what a create form or an action asks, each with its fault beside it. */
export function FieldsForm(props: {
  readonly meta: MetaType;
  readonly asked: readonly Asked[];
  readonly values: FormValues;
  readonly onChange: (key: string, value: unknown) => void;
  readonly error: unknown;
  readonly refs?: Refs | undefined;
  readonly overrides?: FieldOverrides | undefined;
  readonly arrange?: ((inputs: Readonly<Record<string, ReactNode>>) => ReactNode) | undefined;
}) {
  const { meta, asked, values, onChange, error, refs, overrides, arrange } = props;
  const labels = useLabels();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!error) return;
    const first = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'center' });
  }, [error]);
  const { byField, rest } = fieldErrors(
    error,
    asked.map((a) => a.field.key),
  );
  const inputs = Object.fromEntries(
    asked.map(({ field, required, isInput }, at) => [
      field.key,
      <FieldInput
        key={field.key}
        type={meta.type}
        field={field}
        value={values[field.key] ?? null}
        onChange={(value) => onChange(field.key, value)}
        label={isInput ? labels.input(meta.type, field.key) : labels.field(meta.type, field.key)}
        description={labels.hint(meta.type, field.key) || undefined}
        error={byField[field.key]}
        required={required}
        refs={refs}
        startHere={at === 0}
        overrides={overrides}
        values={values}
      />,
    ]),
  );
  return (
    <Stack gap="sm" ref={place}>
      {rest.length > 0 && (
        <Alert color="red" role="alert">
          {rest.map((words) => (
            <div key={words}>{words}</div>
          ))}
        </Alert>
      )}
      {arrange ? arrange(inputs) : Object.values(inputs)}
    </Stack>
  );
}

/** Fields that a person can fill in here: structures only where an override draws them. */
export const fillable = (
  meta: MetaType,
  names: readonly string[],
  required: readonly string[],
  overrides?: FieldOverrides,
): Asked[] =>
  names.flatMap((key) => {
    const field = meta.fields.find((f) => f.key === key);
    if (!field || (field.kind === 'structure' && !overrides?.[key]?.Input)) return [];
    return [{ field, required: required.includes(key), isInput: false }];
  });

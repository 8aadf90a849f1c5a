import { NumberInput, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useT } from '../../../kernel/web/words.ts';
import type { Attribute } from '../class.fields.ts';
import { useClasses, useConfigurationWords } from './configuration.web.ts';
import { useFieldName } from './reconciliation.web.ts';

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** The attributes that the chosen class has, each asked for as what it is. */
function AttributesInput({ value, onChange, label, error, values }: InputProps) {
  const { attributesOf } = useClasses();
  const t = useConfigurationWords();
  const language = useLanguage();
  const classId = values?.['classId'];
  const given = (value ?? {}) as Values;
  const attributes = attributesOf(classId);
  // Emptied: told as null, because what is not named stays as it is.
  const set = (key: string, next: string | number | boolean | null) =>
    onChange({ ...given, [key]: next === '' ? null : next });
  if (typeof classId !== 'string') return null;
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {attributes.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('configuration.attributes_none')}
        </Text>
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="xs">
          {attributes.map((attribute) => (
            <One
              key={attribute.key}
              attribute={attribute}
              label={attribute.label[language]}
              value={given[attribute.key] ?? null}
              onChange={(next) => set(attribute.key, next)}
            />
          ))}
        </SimpleGrid>
      )}
      {error !== undefined && error !== null && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

function One(props: {
  readonly attribute: Attribute;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly onChange: (value: string | number | boolean | null) => void;
}) {
  const { attribute, label, value, onChange } = props;
  const t = useT();
  const shared = { label, required: attribute.required === true, size: 'sm' } as const;
  switch (attribute.kind) {
    case 'integer':
    case 'number':
      return (
        <NumberInput
          {...shared}
          allowDecimal={attribute.kind === 'number'}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
      );
    case 'yes_no':
      return (
        <Select
          {...shared}
          clearable
          data={[
            { value: 'true', label: t('ui.yes') },
            { value: 'false', label: t('ui.no') },
          ]}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          clearable
          searchable
          data={attribute.options ?? []}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          type={attribute.kind === 'date' ? 'date' : 'text'}
          value={value === null ? '' : String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function AttributesValue({ value, record }: ValueProps) {
  const { attributesOf } = useClasses();
  const language = useLanguage();
  const format = useFormat();
  const t = useT();
  const given = (value ?? {}) as Values;
  const fieldName = useFieldName();
  const known = attributesOf((record as { classId?: string } | undefined)?.classId);
  // What the class no longer has is still told; so is everything where the class is not at hand.
  const rest = Object.keys(given).filter((key) => !known.some((attribute) => attribute.key === key));
  const rows = [
    ...known.map(({ key, label }) => [key, label[language]] as const),
    ...rest.map((key) => [key, fieldName(`attributes.${key}`)] as const),
  ].filter(([key]) => given[key] !== undefined && given[key] !== null);
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  const shown = (one: string | number | boolean | null | undefined) =>
    typeof one === 'boolean' ? t(one ? 'ui.yes' : 'ui.no') : typeof one === 'number' ? format.number(one) : (one ?? '');
  return (
    <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={0} w="auto">
      <Table.Tbody>
        {rows.map(([key, label]) => (
          <Table.Tr key={key}>
            <Table.Td c="dimmed" pr="lg" style={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
              {label}
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{shown(given[key])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
} // prettier-ignore

/** The class by its name in the reader's language. */
function ClassValue({ value, refs }: ValueProps) {
  const { classes, nameOf } = useClasses();
  const found = classes.find((c) => c.id === value);
  const ref = typeof value === 'string' ? refs[value] : undefined;
  if (!found && !ref)
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  return (
    <Text size="sm" truncate>
      {found ? nameOf(found) : ref?.title}
    </Text>
  );
}

export const itemOverrides: FieldOverrides = {
  classId: { Value: ClassValue },
  attributes: { Input: AttributesInput, Value: AttributesValue },
};

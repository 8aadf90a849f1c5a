import { ActionIcon, Badge, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { CustomOption } from '../../custom-field/custom-field.fields.ts';
import { useDeskT } from '../desk-words.ts';
import type { InputProps } from '../field/override.ts';

const blank: CustomOption = { value: '', label: { en: '', 'zh-CN': '' } };
const optionsOf = (value: unknown) => (Array.isArray(value) ? (value as readonly CustomOption[]) : []);

/** The options of a choice, with their labels in both languages. Those that are there already are only retired. */
export function OptionsInput({ value, onChange, label, error, values }: InputProps) {
  const desk = useDeskT();
  const kind = values?.['kind'];
  if (kind !== 'choice' && kind !== 'choices') return null;
  const options = optionsOf(value);
  const isKept = values?.['id'] !== undefined;
  const kept = isKept ? optionsOf(values?.['options']).map((o) => o.value) : [];
  const set = (next: readonly CustomOption[]) => onChange(next.length === 0 ? null : next);
  const change = (at: number, patch: Partial<CustomOption>) =>
    set(options.map((o, i) => (i === at ? { ...o, ...patch } : o)));
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {options.length > 0 && (
        <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {(['value', 'label_en', 'label_zh', 'retired'] as const).map((column) => (
                <Table.Th key={column}>{desk(`custom_field.page.${column}`)}</Table.Th>
              ))}
              <Table.Th w={32} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {options.map((option, at) => (
              // eslint-disable-next-line react/no-array-index-key -- a new option has no value yet
              <Table.Tr key={at}>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label={`${desk('custom_field.page.value')} ${at + 1}`}
                    disabled={kept.includes(option.value)}
                    value={option.value}
                    onChange={(e) => change(at, { value: e.currentTarget.value })}
                  />
                </Table.Td>
                {(['en', 'zh-CN'] as const).map((language) => (
                  <Table.Td key={language}>
                    <TextInput
                      size="xs"
                      aria-label={`${desk(language === 'en' ? 'custom_field.page.label_en' : 'custom_field.page.label_zh')} ${at + 1}`}
                      value={option.label[language]}
                      onChange={(e) =>
                        change(at, { label: { ...option.label, [language]: e.currentTarget.value } })
                      }
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={`${desk('custom_field.page.retired')} ${at + 1}`}
                    checked={option.retired === true}
                    onChange={(e) => change(at, { retired: e.currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td>
                  {!kept.includes(option.value) && (
                    <ActionIcon
                      size="sm"
                      aria-label={desk('custom_field.page.remove_option', { number: at + 1 })}
                      onClick={() => set(options.filter((_, i) => i !== at))}
                    >
                      <IconX size={14} aria-hidden />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => set([...options, blank])}
        >
          {desk('custom_field.page.add_option')}
        </Button>
      </div>
      {error !== undefined && error !== null && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

export function OptionsValue({ value }: { value: unknown }) {
  const desk = useDeskT();
  return (
    <Group gap={6}>
      {optionsOf(value).map((option) => (
        <Badge key={option.value} color={option.retired ? 'gray' : 'blue'} tt="none">
          {[...new Set([option.label.en, option.label['zh-CN']])].join(' · ')}
          {option.retired ? ` (${desk('custom_field.page.retired')})` : ''}
        </Badge>
      ))}
    </Group>
  );
}

import { Stack, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { Rows } from '../../../kernel/web/field/Rows.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { useContextWords } from './context.web.ts';

type Left = { readonly id?: string; readonly reason?: string };
const listOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Left[]) : []);

type RowsProps = Parameters<typeof Rows>[0];
const whatIsLeft: NonNullable<RowsProps['below']> = (item, put) => (
  <What id={typeof item['id'] === 'string' ? item['id'] : null} onChange={(id) => put({ ...item, ...(id === null ? {} : { id }) })} />
); // prettier-ignore

function What({ id, onChange }: { id: string | null; onChange: (id: string | null) => void }) {
  const t = useContextWords();
  const refs = useNamed(to, id === null ? [] : [id]);
  return (
    <ReferencePicker
      to={to}
      label={t('context_page.left_out.what')}
      value={id}
      refs={refs}
      onChange={onChange}
    />
  );
}
const to = ['service', 'organisation'];

function LeftOutInput({ label, description, error, value, onChange }: InputProps) {
  const t = useContextWords();
  return (
    <Rows
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      columns={[
        { key: 'reason', label: t('context_page.left_out.reason'), kind: 'text', grow: 2, width: 240 },
      ]}
      blank={{ reason: '' }}
      words={{ add: t('context_page.left_out.add'), remove: t('context_page.left_out.remove') }}
      below={whatIsLeft}
    />
  );
}

function LeftOutValue({ value, refs }: ValueProps) {
  return (
    <Stack gap={4}>
      {listOf(value).map(({ id, reason }) => (
        <div key={id}>
          {id !== undefined && <RefLink id={id} refs={refs} />}
          <Text size="xs" c="dimmed">{reason}</Text>
        </div>
      ))}
    </Stack>
  );
} // prettier-ignore

export const scopeOverrides: FieldOverrides = { leftOut: { Input: LeftOutInput, Value: LeftOutValue } };

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { MetaField } from '../contract.ts';
import { FilterButton } from '../queue/FilterMenu.tsx';
import { useDeskT } from '../desk-words.ts';
import { useT } from '../words.ts';

/** A value that is typed: one text, or a number or date and the range between two. */
export function TypedFilter(props: {
  readonly label: string;
  readonly kind: MetaField['kind'];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  const { label, value } = props;
  return (
    <FilterButton label={label} chosen={value}>
      <Typing key={value.join(',')} {...props} />
    </FilterButton>
  );
}

function Typing({ label, kind, value, onChange }: Parameters<typeof TypedFilter>[0]) {
  const t = useT();
  const desk = useDeskT();
  const [from = '', to = ''] = (value[0] ?? '').split('..');
  const [first, setFirst] = useState(from);
  const [second, setSecond] = useState(to);
  const ranged = kind !== 'text';
  const type = kind === 'date' ? 'date' : kind === 'number' ? 'number' : 'text';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = ranged ? (first === '' && second === '' ? '' : `${first}..${second}`) : first.trim();
    onChange(typed === '' ? [] : [typed]);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" p={4}>
        <TextInput
          size="xs"
          type={type}
          {...(type === 'number' ? { step: 'any' } : {})}
          label={ranged ? desk('custom_field.page.from') : label}
          value={first}
          onChange={(e) => setFirst(e.currentTarget.value)}
          data-autofocus
        />
        {ranged && (
          <TextInput
            size="xs"
            type={type}
            {...(type === 'number' ? { step: 'any' } : {})}
            label={desk('custom_field.page.below')}
            value={second}
            onChange={(e) => setSecond(e.currentTarget.value)}
          />
        )}
        <Group gap={6}>
          <Button type="submit" size="compact-xs">
            {desk('custom_field.page.apply')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange([])}>
            {t('ui.clear')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Refs } from '../contract.ts';
import { describe } from '../field/FieldValue.tsx';
import { useChoices } from '../field/useChoices.ts';
import { useLocalTitle } from '../field/useLocalTitle.ts';
import { useNamed } from '../field/useNamed.ts';
import { useT } from '../words.ts';

/** A filter's button: what it filters and what is chosen. */
export function FilterButton({
  label,
  chosen,
  children,
}: {
  label: string;
  chosen: readonly string[];
  children: ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const summary = chosen.length === 0 ? '' : chosen.length === 1 ? `: ${chosen[0]}` : ` · ${chosen.length}`;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width={260}
    >
      <Popover.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={13} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          maw={260}
          fw={500}
        >
          {label}
          {summary}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {opened && children}
      </Popover.Dropdown>
    </Popover>
  );
}

export type Option = { readonly value: string; readonly label: ReactNode; readonly name: string };
export type OptionGroup = { readonly title?: string; readonly options: readonly Option[] };

/** Ticks among known options; a group's title ticks the whole group. */
export function ChoiceFilter(props: {
  readonly label: string;
  readonly groups: readonly OptionGroup[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  const { label, groups, value, onChange } = props;
  const toggle = (values: readonly string[], on: boolean) =>
    onChange(on ? [...new Set([...value, ...values])] : value.filter((v) => !values.includes(v)));
  const names = groups
    .flatMap((g) => g.options)
    .filter((o) => value.includes(o.value))
    .map((o) => o.name);
  return (
    <FilterButton label={label} chosen={names.length === value.length ? names : value}>
      <ScrollArea.Autosize mah={380}>
        <Stack gap={6} p={4}>
          {groups.map((group, at) => {
            const all = group.options.map((o) => o.value);
            const ticked = all.filter((v) => value.includes(v)).length;
            return (
              <Stack
                key={group.title ?? at}
                gap={6}
                mt={at > 0 ? 6 : 0}
                role="group"
                aria-label={group.title ?? label}
              >
                {group.title !== undefined && (
                  <Checkbox
                    size="xs"
                    fw={600}
                    label={group.title}
                    checked={ticked === all.length}
                    indeterminate={ticked > 0 && ticked < all.length}
                    onChange={(e) => toggle(all, e.currentTarget.checked)}
                  />
                )}
                {group.options.map((option) => (
                  <Checkbox
                    key={option.value}
                    size="xs"
                    ml={group.title === undefined ? 0 : 'md'}
                    label={option.label}
                    aria-label={option.name}
                    checked={value.includes(option.value)}
                    onChange={(e) => toggle([option.value], e.currentTarget.checked)}
                  />
                ))}
              </Stack>
            );
          })}
        </Stack>
      </ScrollArea.Autosize>
    </FilterButton>
  );
}

/** Ticks among records, found by their words. */
export function ReferenceFilter(props: {
  readonly label: string;
  readonly to: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly refs: Refs;
  readonly me?: boolean;
}) {
  const { label, to, value, onChange, refs, me = false } = props;
  const t = useT();
  const known = useNamed(to, value, refs);
  const nameOf = useLocalTitle(to);
  const name = (id: string) =>
    id === 'me'
      ? t('queue.me')
      : id === 'none'
        ? t('ui.none')
        : known[id]
          ? describe({ ...known[id], title: nameOf(known[id]) })
          : undefined;
  const names = value.map(name);
  return (
    <FilterButton
      label={label}
      chosen={
        names.flatMap((n) => n ?? []).length === value.length
          ? names.flatMap((n) => n ?? [])
          : value.map(() => '…')
      }
    >
      <ReferenceTicks to={to} value={value} onChange={onChange} me={me} label={label} />
    </FilterButton>
  );
}

function ReferenceTicks(props: {
  readonly to: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly me: boolean;
  readonly label: string;
}) {
  const { to, value, onChange, me, label } = props;
  const t = useT();
  const [words, setWords] = useState('');
  const choices = useChoices(to, words, true);
  const toggle = (id: string, on: boolean) => onChange(on ? [...value, id] : value.filter((v) => v !== id));
  return (
    <Stack gap="xs" p={4}>
      <TextInput
        size="xs"
        aria-label={`${t('ui.search')}: ${label}`}
        placeholder={t('field.search_placeholder')}
        value={words}
        onChange={(e) => setWords(e.currentTarget.value)}
        data-autofocus
      />
      <ScrollArea.Autosize mah={300}>
        <Stack gap={6}>
          {me && (
            <Checkbox
              size="xs"
              label={t('queue.me')}
              checked={value.includes('me')}
              onChange={(e) => toggle('me', e.currentTarget.checked)}
            />
          )}
          {choices.data?.map((choice) => (
            <Checkbox
              key={choice.id}
              size="xs"
              label={choice.title}
              checked={value.includes(choice.id)}
              onChange={(e) => toggle(choice.id, e.currentTarget.checked)}
            />
          ))}
          {choices.data?.length === 0 && (
            <Text size="xs" c="dimmed">
              {t('ui.nothing_found')}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
}

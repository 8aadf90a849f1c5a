import {
  Combobox,
  Group,
  InputBase,
  Loader,
  Pill,
  PillsInput,
  Text,
  useCombobox,
  CloseButton,
} from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Refs } from '../contract.ts';
import { useT } from '../words.ts';
import { describe } from './FieldValue.tsx';
import { useChoices, type Choice } from './useChoices.ts';
import { useLocalTitle } from './useLocalTitle.ts';
import { useNamed } from './useNamed.ts';

type Shared = {
  readonly to: readonly string[];
  readonly refs?: Refs | undefined;
  readonly label?: ReactNode;
  readonly ariaLabel?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly startHere?: boolean | undefined;
};

function Options({ choices, loading }: { choices: readonly Choice[] | undefined; loading: boolean }) {
  const t = useT();
  const nameOf = useLocalTitle([...new Set(choices?.map(({ type }) => type))]);
  return (
    <Combobox.Dropdown>
      <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
        {choices?.map((choice) => (
          <Combobox.Option key={choice.id} value={choice.id}>
            <Text size="sm" truncate>
              {nameOf(choice)}
            </Text>
            <Text size="xs" c="dimmed">
              {choice.number}
            </Text>
          </Combobox.Option>
        ))}
        {choices?.length === 0 && (
          <Combobox.Empty>{loading ? t('ui.loading') : t('ui.nothing_found')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}

/** Finds one record by its words; the value is its id. */
export function ReferencePicker(
  props: Shared & {
    readonly value: string | null;
    readonly onChange: (id: string | null, choice?: Choice) => void;
  },
) {
  const { to, refs, value, onChange, label, ariaLabel, description, error, required, disabled, startHere } =
    props;
  const t = useT();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [words, setWords] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const choices = useChoices(to, words ?? '', combobox.dropdownOpened);
  const named = useNamed(to, value === null || chosen?.id === value ? [] : [value], refs);
  const current = value === null ? undefined : chosen?.id === value ? chosen : named[value];
  const nameOf = useLocalTitle(to);
  const shown =
    words ?? (current ? describe({ ...current, title: nameOf(current) }) : value === null ? '' : '…');
  const pick = (id: string) => {
    const choice = choices.data?.find((c) => c.id === id);
    setChosen(choice ?? null);
    setWords(null);
    onChange(id, choice);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={label}
          aria-label={ariaLabel}
          description={description}
          error={error}
          required={required ?? false}
          disabled={disabled ?? false}
          data-autofocus={startHere}
          value={shown}
          placeholder={t('field.search_placeholder')}
          rightSectionPointerEvents="all"
          rightSection={
            choices.isFetching ? (
              <Loader size={14} />
            ) : value === null || required ? (
              <Combobox.Chevron />
            ) : (
              <CloseButton
                size="sm"
                aria-label={t('ui.clear')}
                onClick={() => (onChange(null), setWords(null))}
              />
            )
          }
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => (combobox.closeDropdown(), setWords(null))}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.Target>
      <Options choices={choices.data} loading={choices.isFetching} />
    </Combobox>
  );
}

/** The same for several records. */
export function ReferencesPicker(
  props: Shared & { readonly value: readonly string[]; readonly onChange: (ids: readonly string[]) => void },
) {
  const { to, refs, value, onChange, label, ariaLabel, description, error, required, disabled } = props;
  const t = useT();
  const combobox = useCombobox();
  const [words, setWords] = useState('');
  const [known, setKnown] = useState<Refs>({});
  const choices = useChoices(to, words, combobox.dropdownOpened);
  const left = choices.data?.filter((c) => !value.includes(c.id));
  const pick = (id: string) => {
    const choice = choices.data?.find((c) => c.id === id);
    if (choice) setKnown((before) => ({ ...before, [id]: choice }));
    setWords('');
    onChange([...value, id]);
  };
  const named = useNamed(
    to,
    value.filter((id) => !known[id]),
    refs,
  );
  const name = (id: string) => {
    const ref = known[id] ?? named[id];
    return ref ? describe(ref) : '…';
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={description}
          error={error}
          required={required ?? false}
          disabled={disabled ?? false}
        >
          <Group gap={4}>
            {value.map((id) => (
              <Pill
                key={id}
                withRemoveButton={!disabled}
                removeButtonProps={{ 'aria-label': t('field.remove', { name: name(id) }) }}
                onRemove={() => onChange(value.filter((v) => v !== id))}
              >
                {name(id)}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                aria-label={ariaLabel ?? (typeof label === 'string' ? label : undefined)}
                value={words}
                placeholder={t('field.search_placeholder')}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setWords(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.selectFirstOption();
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && words === '' && value.length > 0)
                    onChange(value.slice(0, -1));
                }}
              />
            </Combobox.EventsTarget>
          </Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Options choices={left} loading={choices.isFetching} />
    </Combobox>
  );
}

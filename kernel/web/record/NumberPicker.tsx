import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { Found } from '../contract.ts';
import { useT } from '../words.ts';

export function useFound(words: string, limit: number) {
  const [q] = useDebouncedValue(words.trim(), 120);
  const found = useQuery({
    queryKey: ['search', q, limit],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Found[] }>(`/search${writeQuery({ q, limit })}`, signal),
  });
  /** `words`: those that were asked for, a rest behind those that are typed. */
  return { ...found, words: q };
}

/** A record's number, typed or found by its words; the value is what stands before the first space. */
export function NumberPicker(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (number: string) => void;
  readonly without: string;
  readonly error?: ReactNode;
}) {
  const t = useT();
  const found = useFound(props.value, 12);
  const items = (found.data?.items ?? []).filter((f) => f.number !== props.without);
  return (
    <Autocomplete
      label={props.label}
      error={props.error}
      placeholder={t('links.placeholder')}
      value={props.value}
      onChange={props.onChange}
      data={[...new Map(items.map((f) => [f.number, { value: f.number, title: f.title }])).values()].map(
        (f) => f.value,
      )}
      // The server has searched already: titles match too, which the number alone does not show.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.value} <small>{items.find((f) => f.number === option.value)?.title}</small>
        </span>
      )}
    />
  );
}

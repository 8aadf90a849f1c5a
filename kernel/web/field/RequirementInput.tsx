import { Anchor, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asText } from '../../record/text.ts';
import { api } from '../../../platform/ui/api.ts';
import type { FieldOverride, InputProps, ValueProps } from './override.ts';

type Told = {
  readonly requirement: string;
  readonly title: string;
  readonly text: string;
  readonly question: string;
};

/** Every requirement of the standard in the reader's language, asked for once. */
export const useRequirements = () =>
  useQuery({
    queryKey: ['evidence', 'requirements'],
    queryFn: ({ signal }) => api.get<{ items: readonly Told[] }>('/evidence', signal),
    staleTime: 600_000,
  });

/** Chosen by its number or by any word of what it asks. */
function Input({ value, onChange, label, description, error, required = false }: InputProps) {
  const { data } = useRequirements();
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const known = (data?.items ?? []).map(({ requirement, title, text }) => ({
    value: requirement,
    label: `${requirement} ${title}: ${text}`,
  }));
  return (
    <Select
      searchable
      clearable
      label={label}
      description={description}
      error={error}
      required={required}
      limit={40}
      maxDropdownHeight={280}
      data={known.length > 0 || chosen === null ? known : [{ value: chosen, label: chosen }]}
      value={chosen}
      onChange={onChange}
    />
  );
}

function Value({ value }: ValueProps) {
  const { data } = useRequirements();
  const id = asText(value);
  const found = data?.items.find(({ requirement }) => requirement === id);
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to={`/readiness/${id}`} />}>
      {found ? `${id} ${found.text}` : id}
    </Anchor>
  );
}

/** A field that names one requirement of the standard. */
export const requirementField: FieldOverride = { Input, Value };

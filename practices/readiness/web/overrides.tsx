import { Badge, Group, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { api } from '../../../platform/ui/api.ts';
import type { ReadinessMap } from './readiness.web.ts';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Chosen by number or by any word of what it asks. */
function RequirementsInput({ value, onChange, label, description, error, required = false }: InputProps) {
  const map = useQuery({
    queryKey: ['evidence', 'map', 'now'],
    queryFn: ({ signal }) => api.get<ReadinessMap>('/readiness', signal),
    staleTime: 60_000,
  });
  const chosen = list(value);
  const data = (map.data?.items ?? []).map(({ requirement, title, text }) => ({
    value: requirement,
    label: `${requirement} ${title}: ${text}`,
  }));
  const known = data.length > 0 ? data : chosen.map((one) => ({ value: one, label: one }));
  return (
    <MultiSelect
      searchable
      label={label}
      description={description}
      error={error}
      required={required}
      limit={40}
      maxDropdownHeight={280}
      data={known}
      value={[...chosen]}
      renderPill={({ option, onRemove }) => (
        <Badge
          color="gray"
          mr={4}
          rightSection={
            <button type="button" aria-label={`− ${option?.value ?? ''}`} onClick={onRemove} style={{ all: 'unset', cursor: 'pointer' }}>
              ×
            </button>
          }
        >
          {option?.value}
        </Badge>
      )}
      onChange={(next) => onChange(next)}
    />
  );
} // prettier-ignore

function RequirementsValue({ value }: ValueProps) {
  return (
    <Group gap={4}>
      {list(value).map((one) => (
        <Badge
          key={one}
          color="gray"
          style={{ cursor: 'pointer' }}
          renderRoot={(props) => <Link {...props} to={`/readiness/${one}`} />}
        >
          {one}
        </Badge>
      ))}
    </Group>
  );
}

export const overrides: FieldOverrides = {
  requirements: { Input: RequirementsInput, Value: RequirementsValue },
};

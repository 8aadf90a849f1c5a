import { Badge, Group, MultiSelect } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../field/override.ts';
import { useMeta } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

const namesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function TypesInput({ value, onChange, label, description, error }: InputProps) {
  const labels = useLabels();
  const t = useT();
  const types = useMeta().types.filter(({ visible }) => visible !== false);
  return (
    <MultiSelect
      label={label}
      description={description}
      error={error}
      searchable
      clearable
      nothingFoundMessage={t('ui.nothing_found')}
      data={types.map(({ type }) => ({ value: type, label: labels.plural(type) }))}
      value={[...namesIn(value)]}
      onChange={onChange}
    />
  );
}

/** What can be done with the chosen records; of several kinds, what any of them knows. */
function ActionsInput({ value, onChange, label, description, error, values }: InputProps) {
  const labels = useLabels();
  const t = useT();
  const chosen = namesIn(values?.['recordTypes']);
  const types = useMeta().types.filter(({ type }) => chosen.includes(type));
  const names = new Map(
    types.flatMap(({ type, actions }) =>
      ['create', ...actions.map(({ name }) => name)].map(
        (name) => [name, labels.action(type, name)] as const,
      ),
    ),
  );
  return (
    <MultiSelect
      label={label}
      description={description}
      error={error}
      disabled={names.size === 0}
      searchable
      clearable
      nothingFoundMessage={t('ui.nothing_found')}
      data={[...names].map(([name, words]) => ({ value: name, label: words }))}
      value={[...namesIn(value)]}
      onChange={onChange}
    />
  );
}

function Names({ value, say }: { value: unknown; say: (name: string) => string }) {
  return (
    <Group gap={4}>
      {namesIn(value).map((name) => (
        <Badge key={name} color="gray">
          {say(name)}
        </Badge>
      ))}
    </Group>
  );
}

export const overrides: FieldOverrides = {
  recordTypes: {
    Input: TypesInput,
    Value: ({ value }) => {
      const labels = useLabels();
      return <Names value={value} say={labels.plural} />;
    },
  },
  actions: {
    Input: ActionsInput,
    Value: ({ value, record }) => {
      const labels = useLabels();
      const [type = ''] = namesIn(record && Reflect.get(record, 'recordTypes'));
      return <Names value={value} say={(name) => labels.action(type, name)} />;
    },
  },
};

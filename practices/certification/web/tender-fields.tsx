import { Button, Group, MultiSelect, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { usualFigures } from '../tender-pack.usual.ts';
import { useCertificationWords, useFigures } from './certification.web.ts';

const keysOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Figures of the house by their names, some of them or those that buyers usually ask for. */
function FiguresInput({ value, onChange, label, description, error }: InputProps) {
  const t = useCertificationWords();
  const labels = useLabels();
  const known = useFigures().data;
  const groups = [...Map.groupBy(known?.values() ?? [], ({ type }) => type)].map(([type, items]) => ({
    group: labels.plural(type),
    items: items.map(({ key, name }) => ({ value: key, label: name })),
  }));
  const wanted = keysOf(value).filter((key) => known?.has(key) === true);
  return (
    <div>
      <MultiSelect
        searchable
        clearable
        hidePickedOptions
        label={label}
        description={description}
        error={error}
        data={groups}
        maxDropdownHeight={280}
        placeholder={t('certification_page.pack.choose')}
        value={wanted}
        onChange={onChange}
      />
      <Group mt={4}>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange(usualFigures.filter((key) => known?.has(key) === true))}
        >
          {t('certification_page.pack.usual')}
        </Button>
      </Group>
    </div>
  );
}

function FiguresValue({ value }: ValueProps) {
  const known = useFigures().data;
  const names = keysOf(value).map((key) => known?.get(key)?.name ?? key);
  return <Text size="sm">{names.join(' · ')}</Text>;
}

export const tenderOverrides: FieldOverrides = { measureKeys: { Input: FiguresInput, Value: FiguresValue } };

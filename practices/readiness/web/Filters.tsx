import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Query } from '../../../platform/ui/search-params.ts';
import { useReadinessWords } from './readiness.web.ts';

const choices = {
  way: ['live', 'attested', 'not_built'],
  severity: ['major', 'minor'],
  documented: ['maintain', 'retain', 'no'],
} as const;

/** Status and forecast are chosen by their numbers; these are the other ways to look. */
export function Filters(props: {
  readonly search: Query;
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}) {
  const { search, onChange } = props;
  const t = useReadinessWords();
  const [typed, setTyped] = useState(search['q'] ?? '');
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed !== (search['q'] ?? '')) onChange({ q: typed === '' ? undefined : typed });
    }, 250);
    return () => clearTimeout(timer);
  });
  const select = <K extends keyof typeof choices>(key: K, words: (value: (typeof choices)[K][number]) => string) => (
    <Select
      key={key}
      size="xs"
      w={key === 'documented' ? 190 : key === 'way' ? 165 : 140}
      clearable
      aria-label={t(`readiness.filter_${key}`)}
      placeholder={t(`readiness.filter_${key}`)}
      data={choices[key].map((value) => ({ value, label: words(value) }))}
      value={search[key] ?? null}
      onChange={(next) => onChange({ [key]: next ?? undefined })}
    />
  );
  return (
    <Group gap={6} role="search">
      <TextInput
        size="xs"
        w={170}
        aria-label={t('readiness.filter_text')}
        placeholder={t('readiness.filter_text')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      {select('way', (value) => t(`readiness.way.${value}`))}
      {select('severity', (value) => t(`readiness.severity.${value}`))}
      {select('documented', (value) => t(`readiness.documented.${value}`))}
    </Group>
  );
} // prettier-ignore

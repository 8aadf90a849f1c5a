import { Code, Text } from '@mantine/core';
import { text } from '../../../kernel/web/contract.ts';
import type { FieldOverrides, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useAuditWords } from './audit.web.ts';

type Stratum = { readonly key: string; readonly count: number; readonly n: number };

function TypeName({ value }: { value: unknown }) {
  const labels = useLabels();
  return <Text size="sm">{labels.plural(String(value))}</Text>;
}
function Strata({ value, record }: ValueProps) {
  const format = useFormat();
  const words = useStratum(record ? text(record, 'recordType') : '', record ? text(record, 'stratify') : '');
  return (
    <Text size="sm">
      {((value ?? []) as readonly Stratum[]).map(({ key, count, n }) => `${words(key)}: ${format.number(n)} / ${format.number(count)}`).join(' · ')}
    </Text>
  );
} // prettier-ignore
function Way({ value, record }: ValueProps) {
  return <Text size="sm">{useWay()(record ? text(record, 'recordType') : '', String(value))}</Text>;
}
/** In the history: how far it is, not the whole list each time. */
function Items({ value }: { value: unknown }) {
  const t = useAuditWords();
  const items = (value ?? []) as readonly { result: string | null }[];
  return <Text size="sm">{t('audit.sample.progress', { done: items.filter(({ result }) => result !== null).length, all: items.length })}</Text>;
} // prettier-ignore
function Filters({ value }: { value: unknown }) {
  const pairs = Object.entries((value ?? {}) as Readonly<Record<string, string>>);
  return <Text size="sm">{pairs.length === 0 ? '–' : pairs.map(([key, one]) => `${key} = ${one}`).join(', ')}</Text>;
} // prettier-ignore

const strata = ['all', 'day', 'night', 'weekend', 'none'] as const;
/** What a stratum is called: the software's own in words, a field's value as that field calls it. */
export function useStratum(type: string, way: string): (key: string) => string {
  const t = useAuditWords();
  const labels = useLabels();
  return (key) => {
    const own = strata.find((one) => one === key);
    if (own !== undefined) return t(`audit.stratum.${own}`);
    return way.startsWith('field:') ? labels.option(type, way.slice('field:'.length), key) : key;
  };
}

/** What records are divided by, in words. */
export function useWay(): (type: string, way: string) => string {
  const t = useAuditWords();
  const labels = useLabels();
  return (type, way) =>
    way === 'none' || way === 'month' || way === 'hours'
      ? t(`audit.strata.${way}`)
      : labels.field(type === '' ? 'record' : type, way.slice('field:'.length));
}

const hash = { Value: ({ value }: { value: unknown }) => <Code style={{ overflowWrap: 'anywhere' }}>{String(value)}</Code> }; // prettier-ignore
export const sampleOverrides: FieldOverrides = {
  recordType: { Value: TypeName },
  strata: { Value: Strata },
  items: { Value: Items },
  stratify: { Value: Way },
  filters: { Value: Filters },
  seed: hash,
  populationHash: hash,
  sampleHash: hash,
};

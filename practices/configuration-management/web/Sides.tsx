import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { asText } from '../../../kernel/record/text.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useClasses } from './configuration.web.ts';
import { useFieldName, useT, type DifferenceRow } from './reconciliation.web.ts';

/** What is recorded beside what was found. */
export function Sides({ one }: { readonly one: DifferenceRow }) {
  const t = useT();
  return (
    <SimpleGrid cols={2} spacing="xs">
      <Side label={t('reconciliation.recorded')}>
        <Value one={one} value={one.recorded} />
      </Side>
      <Side label={t('reconciliation.found')} color="var(--mantine-color-blue-light)">
        <Value one={one} value={one.found} />
      </Side>
    </SimpleGrid>
  );
}

function Side(props: { readonly label: string; readonly color?: string; readonly children: ReactNode }) {
  return (
    <div style={{ background: props.color ?? 'var(--mantine-color-default-hover)', borderRadius: 6, padding: '6px 10px', overflowWrap: 'anywhere' }}>
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      {props.children}
    </div>
  );
} // prettier-ignore

type About = Pick<DifferenceRow, 'field' | 'relation'>;

/** One side: a value, or the fields of an item by their names. */
export function Value({ one, value }: { readonly one: About; readonly value: unknown }) {
  const t = useT();
  const labels = useLabels();
  const fieldName = useFieldName();
  const { keyName } = useClasses();
  if (value === null || value === undefined || value === '')
    return <Text size="sm" c="dimmed">{t('reconciliation.empty')}</Text>;
  const { relation } = one;
  if (relation)
    return <Text size="sm">{relation.fromTitle ?? relation.from} · {labels.key(`relation_kind.${relation.kind}`)} · {relation.toTitle ?? relation.to}</Text>;
  if (typeof value !== 'object') return <Text size="sm">{one.field === 'classId' ? keyName(asText(value)) : asText(value)}</Text>;
  const flat = Object.entries(value).flatMap(([key, part]): [string, unknown][] =>
    key === 'attributes' && typeof part === 'object' && part !== null ? Object.entries(part).map(([k, v]) => [`attributes.${k}`, v]) : [[key, part]]);
  return (
    <>
      {flat.filter(([key, part]) => key !== 'unnamed' && (part !== null || one.field === 'edit')).map(([key, part]) => (
        <Text size="sm" key={key}>
          {key === 'number' ? '' : (key === 'state' ? '' : `${fieldName(key === 'classKey' ? 'classId' : key)}: `)}
          {key === 'state' ? labels.state('ci', String(part)) : key === 'classKey' ? keyName(String(part)) : part === null ? t('reconciliation.empty') : asText(part)}
        </Text>
      ))}
    </>
  );
} // prettier-ignore

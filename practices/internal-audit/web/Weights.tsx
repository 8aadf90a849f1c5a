import { Table, Text } from '@mantine/core';
import type { InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { Rows } from '../../../kernel/web/field/Rows.tsx';
import { useAreas, useAuditWords } from './audit.web.ts';

const levels = ['high', 'normal', 'low'] as const;
type Weight = { readonly area: string; readonly level: (typeof levels)[number]; readonly reason: string };

const labelOf = (area: string) => area.split(':').slice(1).join(':');

/** Which areas are risky, and why: they are audited more often. */
export function WeightsInput({ value, onChange, label, error }: InputProps) {
  const t = useAuditWords();
  const areas = useAreas().data;
  const options = [
    ...(areas?.processes ?? []).map(({ code, title }) => ({
      value: `process:${code}`,
      label: `${code} ${title}`,
    })),
    ...(areas?.clauses ?? []).map((clause) => ({ value: `clause:${clause}`, label: clause })),
  ];
  return (
    <Rows
      label={label}
      description={t('audit_page.weights.hint')}
      error={error}
      value={value}
      onChange={onChange}
      blank={{ area: 'process:CHG', level: 'high', reason: '' }}
      words={{ add: t('audit_page.weights.add'), remove: t('audit_page.weights.remove') }}
      columns={[
        { key: 'area', label: t('audit_page.weights.area'), kind: 'choice', options, grow: 2, width: 180 },
        {
          key: 'level', label: t('audit_page.weights.level'), kind: 'choice', width: 140,
          options: levels.map((level) => ({ value: level, label: t(`audit_programme.level.${level}`) })),
        },
        { key: 'reason', label: t('audit_page.weights.reason'), kind: 'text', grow: 3, width: 200 },
      ]}
    />
  );
} // prettier-ignore

export function WeightsValue({ value }: ValueProps) {
  const t = useAuditWords();
  const rows = Array.isArray(value) ? (value as readonly Weight[]) : [];
  return (
    <Table verticalSpacing={6} layout="auto">
      <Table.Tbody>
        {rows.map(({ area, level, reason }) => (
          <Table.Tr key={area}>
            <Table.Td w={110}>{labelOf(area)}</Table.Td>
            <Table.Td w={170}>{t(`audit_programme.level.${level}`)}</Table.Td>
            <Table.Td>
              <Text size="sm">{reason}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

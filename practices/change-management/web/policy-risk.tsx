import { Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useLabels } from '../../../kernel/web/words.ts';
import { riskQuestions, type RiskRule } from '../change.risk.ts';
import { Days, type PartProps } from './policy-inputs.tsx';
import { useT } from './useT.ts';

export function Risk({ value, onChange }: PartProps<RiskRule>) {
  const t = useT();
  const labels = useLabels();
  const weight = (side: 'impact' | 'likelihood', question: (typeof riskQuestions)[number]) => {
    const now = value[side][question] ?? 0;
    if (!onChange) return now === 0 ? '–' : now;
    return (
      <NumberInput w={80} min={0} max={10} step={0.5} aria-label={`${labels.key(`change.risk.${question}.title`)} ${t(`change_policy.weight_${side}`)}`} value={now}
        onChange={(next) => onChange({ ...value, [side]: { ...value[side], [question]: typeof next === 'number' ? next : 0 } })} />
    );
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">{t('change_policy.risk_hint')}</Text>
      <Table aria-label={t('change_policy.risk')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('change_policy.question')}</Table.Th>
            <Table.Th>{t('change_policy.weight_impact')}</Table.Th>
            <Table.Th>{t('change_policy.weight_likelihood')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {riskQuestions.map((question) => (
            <Table.Tr key={question}>
              <Table.Td>{labels.key(`change.risk.${question}.title`)}</Table.Td>
              <Table.Td>{weight('impact', question)}</Table.Td>
              <Table.Td>{weight('likelihood', question)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group gap="md" align="flex-end">
        {value.classFrom.map((from, at) => (
          // eslint-disable-next-line react/no-array-index-key -- a class is its place
          <Days key={at + 2} decimals label={t('change_policy.class_from', { n: at + 2 })} value={from}
            onChange={onChange && ((next) => onChange({ ...value, classFrom: [at === 0 ? next : value.classFrom[0], at === 1 ? next : value.classFrom[1], at === 2 ? next : value.classFrom[2]] }))} />
        ))}
        {(['medium', 'high', 'very_high'] as const).map((level) => (
          <Days key={level} label={t('change_policy.level_from', { level: labels.option('change', 'riskLevel', level) })} value={value.levelFrom[level]}
            onChange={onChange && ((next) => onChange({ ...value, levelFrom: { ...value.levelFrom, [level]: next } }))} />
        ))}
      </Group>
      <Text size="sm" c="dimmed">{t('change_policy.worst', { answer: value.worst.answer, class: value.worst.atLeast })}</Text>
    </Stack>
  );
} // prettier-ignore

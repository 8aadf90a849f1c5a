import { Badge, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import {
  riskAnswers,
  riskOf,
  riskQuestions,
  unanswered,
  type RiskAnswers,
  type RiskLevel,
} from '../change.risk.ts';
import { usePolicy, useRiskRule } from './change.web.ts';
import { useT } from './useT.ts';

const colors: Readonly<Record<RiskLevel, string>> = {
  low: 'teal',
  medium: 'yellow',
  high: 'orange',
  very_high: 'red',
};
const asAnswers = (value: unknown): RiskAnswers => (typeof value === 'object' && value !== null ? value : {});

export function RiskBadge({ level }: { level: string }) {
  const labels = useLabels();
  return (
    <Badge color={colors[level as RiskLevel] ?? 'gray'}>
      {labels.field('change', 'riskLevel')}: {labels.option('change', 'riskLevel', level)}
    </Badge>
  );
}

/** The level that the answers make, as they stand. */
function Result({ answers }: { answers: RiskAnswers }) {
  const t = useT();
  const rule = useRiskRule();
  if (!rule) return null;
  const risk = riskOf(rule, answers);
  const left = unanswered(rule, answers).length;
  if (!risk)
    return (
      <Text size="xs" c="dimmed" role="status">
        {t('change_page.risk_left', { count: left })}
      </Text>
    );
  return (
    <Group gap={8} role="status">
      <RiskBadge level={risk.level} />
      <Text size="xs" c="dimmed">
        {t('change_page.risk_result', {
          impact: risk.impact,
          likelihood: risk.likelihood,
          score: risk.score,
        })}
      </Text>
    </Group>
  );
}

export function RiskInput({ value, onChange, label, error }: InputProps) {
  const labels = useLabels();
  const answers = asAnswers(value);
  return (
    <Stack gap={8} role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {error !== undefined && error !== null && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
        {riskQuestions.map((question) => (
          <Select
            key={question}
            label={labels.key(`change.risk.${question}.title`)}
            data={riskAnswers.map((answer) => ({
              value: String(answer),
              label: `${answer} · ${labels.key(`change.risk.${question}.${answer}`)}`,
            }))}
            value={answers[question] === undefined ? null : String(answers[question])}
            allowDeselect={false}
            onChange={(next) =>
              onChange({ ...answers, ...(next === null ? {} : { [question]: Number(next) }) })
            }
          />
        ))}
      </SimpleGrid>
      <Result answers={answers} />
    </Stack>
  );
}

/** The answers as a short table, the severe ones in colour. */
export function RiskValue({ value }: ValueProps) {
  const t = useT();
  const labels = useLabels();
  const version = usePolicy().data?.parts['risk']?.version;
  const answers = asAnswers(value);
  const given = riskQuestions.filter((question) => answers[question] !== undefined);
  if (given.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('change_page.unanswered')}
      </Text>
    );
  return (
    <Stack gap={8}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={4}>
        {given.map((question) => {
          const answer = answers[question] ?? 1;
          return (
            <Group key={question} gap={8} wrap="nowrap" align="flex-start">
              <Badge
                size="sm"
                color={['teal', 'yellow', 'orange', 'red'][answer - 1] ?? 'gray'}
                style={{ flexShrink: 0 }}
              >
                {answer}
              </Badge>
              <div style={{ minWidth: 0 }}>
                <Text size="xs" c="dimmed">
                  {labels.key(`change.risk.${question}.title`)}
                </Text>
                <Text size="sm">{labels.key(`change.risk.${question}.${answer}`)}</Text>
              </div>
            </Group>
          );
        })}
      </SimpleGrid>
      <Group gap={8}>
        <Result answers={answers} />
        {version !== undefined && (
          <Text size="xs" c="dimmed">
            {t('change_page.risk_rule', { version })}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

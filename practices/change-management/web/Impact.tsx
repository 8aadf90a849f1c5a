import { Badge, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import type { InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { impactAreas, type ImpactAnswers } from '../change.plans.ts';
import { useT } from './useT.ts';

const asAnswers = (value: unknown): ImpactAnswers =>
  typeof value === 'object' && value !== null ? value : {};

/** [STD] Eight areas, each with an answer: blank is no answer. */
export function ImpactInput({ value, onChange, label, error }: InputProps) {
  const t = useT();
  const labels = useLabels();
  const answers = asAnswers(value);
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {error !== undefined && error !== null && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      {impactAreas.map((area) => {
        const answer = answers[area];
        const title = labels.key(`change.area.${area}.title`);
        const put = (next: { affected: boolean; text: string }) => onChange({ ...answers, [area]: next });
        return (
          <div key={area}>
            <Group justify="space-between" gap={8} mb={4}>
              <div style={{ minWidth: 0, flex: '1 1 220px' }}>
                <Text size="sm" fw={500}>
                  {title}
                </Text>
                <Text size="xs" c="dimmed">
                  {labels.key(`change.area.${area}.hint`)}
                </Text>
              </div>
              <SegmentedControl
                size="xs"
                aria-label={title}
                value={answer === undefined ? '' : answer.affected ? 'yes' : 'no'}
                data={[
                  { value: 'no', label: t('change_page.not_affected') },
                  { value: 'yes', label: t('change_page.affected') },
                ]}
                onChange={(next) => put({ affected: next === 'yes', text: answer?.text ?? '' })}
              />
            </Group>
            {answer && (
              <Textarea
                minRows={1}
                aria-label={`${title}: ${t(answer.affected ? 'change_page.how' : 'change_page.why_not')}`}
                placeholder={t(answer.affected ? 'change_page.how' : 'change_page.why_not')}
                value={answer.text}
                onChange={(e) => put({ affected: answer.affected, text: e.currentTarget.value })}
              />
            )}
          </div>
        );
      })}
    </Stack>
  );
}

export function ImpactValue({ value }: ValueProps) {
  const t = useT();
  const labels = useLabels();
  const answers = asAnswers(value);
  if (Object.keys(answers).length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('change_page.unanswered')}
      </Text>
    );
  return (
    <Stack gap={6}>
      {impactAreas.map((area) => {
        const answer = answers[area];
        return (
          <Group key={area} gap={8} wrap="nowrap" align="flex-start">
            <Badge
              size="sm"
              color={answer === undefined ? 'red' : answer.affected ? 'orange' : 'gray'}
              style={{ flexShrink: 0 }}
              miw={92}
            >
              {answer === undefined
                ? t('change_page.template_open')
                : t(answer.affected ? 'change_page.affected' : 'change_page.not_affected')}
            </Badge>
            <div style={{ minWidth: 0 }}>
              <Text size="sm" fw={500}>
                {labels.key(`change.area.${area}.title`)}
              </Text>
              {answer && answer.text !== '' && (
                <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                  {answer.text}
                </Text>
              )}
            </div>
          </Group>
        );
      })}
    </Stack>
  );
}

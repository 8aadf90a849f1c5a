import { Anchor, Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import type { Trial } from '../../event-rule/try-rule.ts';
import { endpoints, paths } from '../paths.ts';
import { keys } from '../queries.ts';
import { RecordPage, type SectionProps } from '../record/RecordPage.tsx';
import { useLabels } from '../words.ts';
import { ruleOverrides } from './overrides.ts';
import { useRuleWords } from './rule-words.ts';

type Run = {
  readonly at: string;
  readonly outcome: 'done' | 'refused' | 'loop';
  readonly why: string | null;
  readonly number: string;
  readonly title: string;
  readonly plural: string;
};
const colours = { done: 'teal', refused: 'red', loop: 'orange' } as const;

const sections = {
  main: (props: SectionProps) => <TrialOfRule {...props} />,
  side: (props: SectionProps) => <Runs {...props} />,
};

/** A rule as a sentence, what it would have done, and what it has done. */
export default function RulePage() {
  return (
    <RecordPage
      type="event-rule"
      overrides={ruleOverrides}
      first={['description', 'trigger', 'conditions', 'steps']}
      primary={['activate', 'pause']}
      sections={sections}
      register
    />
  );
}

function TrialOfRule({ meta, record }: SectionProps) {
  const t = useRuleWords();
  const labels = useLabels();
  const format = useFormat();
  const words = useProblemWords();
  const trial = useMutation({
    mutationFn: () => api.post<Trial>(`${endpoints.record(meta.plural, record.number)}/trial`, {}),
  });
  const type = (record as unknown as { trigger: { type: string } }).trigger.type;
  return (
    <Paper p="md" component="section" aria-label={t('event_rule.trial')}>
      <Group justify="space-between">
        <div>
          <Title order={2} size="h5">
            {t('event_rule.trial')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('event_rule.trial_hint')}
          </Text>
        </div>
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
          {t('event_rule.try')}
        </Button>
      </Group>
      {trial.isError && (
        <Text c="red" size="sm" role="alert">
          {words(trial.error)}
        </Text>
      )}
      {trial.data && (
        <Stack gap="xs" mt="sm">
          <Text size="sm" role="status">
            {t('event_rule.trial_result', {
              records: trial.data.records,
              started: trial.data.started,
              fits: trial.data.items.length,
            })}
          </Text>
          {trial.data.items.length > 0 && (
            <Table.ScrollContainer minWidth={420} mah={360}>
              <Table>
                <Table.Tbody>
                  {trial.data.items.map((item) => (
                    <Table.Tr key={`${item.number} ${item.at} ${item.action}`}>
                      <Table.Td>{format.dateTime(item.at)}</Table.Td>
                      <Table.Td>
                        <Anchor
                          size="sm"
                          renderRoot={(p) => <Link {...p} to={paths.record(item.plural, item.number)} />}
                        >
                          {item.number} {item.title}
                        </Anchor>
                      </Table.Td>
                      <Table.Td>{labels.action(type, item.action)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Stack>
      )}
    </Paper>
  );
}

function Runs({ meta, record }: SectionProps) {
  const t = useRuleWords();
  const format = useFormat();
  const runs = useQuery({
    queryKey: [...keys.record(meta.type, record.number), 'runs'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Run[] }>(`${endpoints.record(meta.plural, record.number)}/runs`, signal),
  });
  const items = runs.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('event_rule.runs')}>
      <Title order={2} size="h5" mb="xs">
        {t('event_rule.runs')}
      </Title>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('event_rule.no_runs')}
        </Text>
      )}
      <Stack gap={8}>
        {items.map((run) => (
          <div key={`${run.number} ${run.at} ${run.outcome}`}>
            <Group gap={6} justify="space-between" wrap="nowrap">
              <Anchor
                size="sm"
                truncate
                renderRoot={(p) => <Link {...p} to={paths.record(run.plural, run.number)} />}
              >
                {run.number} {run.title}
              </Anchor>
              <Badge size="sm" variant="light" color={colours[run.outcome]}>
                {t(`event_rule.outcome.${run.outcome}`)}
              </Badge>
            </Group>
            <Text size="xs" c="dimmed">
              {format.dateTime(run.at)} {run.why}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

import { List, Paper, Text, Title } from '@mantine/core';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import type { Met } from '../major.fields.ts';
import { useCriterion, useMajorWords, useRunbook } from './major.web.ts';

const said = (record: Whole, key: string) => {
  const found = value(record, key);
  return typeof found === 'string' ? found : undefined;
};

/** Why it is proposed: which criterion, by what was measured then; or who judged so. */
export function MajorWhy({ record }: { record: Whole }) {
  const t = useMajorWords();
  const labels = useLabels();
  const criterion = useCriterion();
  const runbook = useRunbook().data;
  const met = (value(record, 'criteria') ?? []) as readonly Met[];
  const judgement = said(record, 'judgement');
  const declined = said(record, 'declineReason');
  const measured = (one: Met) =>
    [
      ...(one.priority === null ? [] : [t('major.measured.priority', { value: one.priority })]),
      ...(one.criticality === null
        ? []
        : [
            t('major.measured.criticality', {
              value: labels.option('service', 'criticality', one.criticality),
            }),
          ]),
      t('major.measured.affectedUsers', { value: one.affectedUsers }),
      ...(one.linkedIncidents > 0
        ? [t('major.measured.linkedIncidents', { value: one.linkedIncidents })]
        : []),
      ...(one.security ? [t('major.measured.security')] : []),
    ].join(' · ');
  return (
    <Paper p="md" component="section" aria-label={t('major.why')}>
      <Title order={2} size="h5" mb="xs">
        {t('major.why')}
      </Title>
      <List size="sm" spacing={4}>
        {met.map((one) => {
          const known = runbook?.criteria.find(({ key }) => key === one.key);
          return (
            <List.Item key={one.key}>
              {t('major.criterion_met', { criterion: known ? criterion(known) : one.key })}
              <Text size="xs" c="dimmed">
                {measured(one)}
              </Text>
            </List.Item>
          );
        })}
        {judgement !== undefined && <List.Item>{t('major.judged', { reason: judgement })}</List.Item>}
        {declined !== undefined && <List.Item>{t('major.declined_because', { reason: declined })}</List.Item>}
      </List>
    </Paper>
  );
}

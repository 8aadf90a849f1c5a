import { Alert, Badge, Button, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconArrowsExchange, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { value, type MetaAction, type Refs, type Whole } from '../../../kernel/web/contract.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useAction } from '../../../kernel/web/record/useAction.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { useDeskWords, useStages, type Stages } from './desk.web.ts';

/** Who has each stage until when; what is late is named, and who handed it to whom is told. */
export function StagesPanel({ record }: { record: Whole }) {
  const t = useDeskWords();
  const labels = useLabels();
  const format = useFormat();
  const found = useStages(record.number).data;
  const [all, setAll] = useState(false);
  const disputed = value(record, 'disputedAt');
  const handed = value(record, 'handedOverAt');
  if (!found || found.stages.length === 0) return null;
  const state = (name: string) => labels.state('incident', name);
  return (
    <Paper p="md" component="section" aria-label={t('stages.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('stages.title')}
        </Title>
        {found.overdue !== null && (
          <Badge color="red" variant="light">
            {t('stages.late', { stage: state(found.overdue) })}
          </Badge>
        )}
      </Group>
      {typeof disputed === 'string' && (
        <Alert color="orange" icon={<IconScale />} mb="sm" p="xs">
          <Text size="sm">{t('stages.disputed', { at: format.dateTime(disputed) })}</Text>
        </Alert>
      )}
      {typeof handed === 'string' && <HandedOver record={record} since={handed} />}
      <Timeline bulletSize={12} lineWidth={2} active={found.stages.length - 1}>
        {found.stages.map((stage, i) => (
          <Timeline.Item
            key={`${stage.from}${stage.state}`}
            {...(stage.overdue ? { color: 'red' } : i < found.stages.length - 1 ? { color: 'gray' } : {})}
            title={
              <Text size="sm" fw={600} component="span">
                {state(stage.state)}
              </Text>
            }
          >
            <One stage={stage} refs={found.refs} />
          </Timeline.Item>
        ))}
      </Timeline>
      {found.handOvers.length > 1 && (
        <Button variant="subtle" mt="xs" onClick={() => setAll(!all)} aria-expanded={all}>
          {t('stages.hand_overs', { count: found.handOvers.length - 1 })}
        </Button>
      )}
      {all && <HandOvers found={found} />}
    </Paper>
  );
}

/** The owner confirms it here; everybody else sees that it is not confirmed. */
function HandedOver({ record, since }: { record: Whole; since: string }) {
  const t = useDeskWords();
  const labels = useLabels();
  const format = useFormat();
  const complain = useComplain();
  const meta = useMetaType('incident');
  const confirming = meta.actions.find(({ name }) => name === 'take_up') as MetaAction;
  const confirm = useAction(meta, record.number, confirming);
  const name = record.refs[record.ownerId ?? '']?.title ?? '';
  return (
    <Alert color="blue" icon={<IconArrowsExchange />} mb="sm" p="xs">
      <Text size="sm">{t('stages.handed_over', { name, at: format.dateTime(since) })}</Text>
      {record.can['take_up']?.ok === true && (
        <Button mt="xs" loading={confirm.isPending} onClick={() => confirm.mutate({}, { onError: complain })}>
          {labels.action('incident', 'take_up')}
        </Button>
      )}
    </Alert>
  );
}

const holder = (refs: Refs, one: { ownerId: string | null; teamId: string | null }) =>
  refs[one.ownerId ?? '']?.title ?? refs[one.teamId ?? '']?.title;

function One({ stage, refs }: { stage: Stages['stages'][number]; refs: Refs }) {
  const t = useDeskWords();
  const format = useFormat();
  const when =
    stage.until === null
      ? t('stages.since', { at: format.dateTime(stage.from) })
      : t('stages.until', { from: format.dateTime(stage.from), to: format.dateTime(stage.until) });
  return (
    <>
      <Text size="sm">{holder(refs, stage) ?? t('stages.nobody')}</Text>
      <Text size="xs" c="dimmed">
        {when}
      </Text>
      {stage.dueAt !== null && (
        <Text size="xs" {...(stage.overdue ? { c: 'red', fw: 600 } : { c: 'dimmed' })}>
          {t('stages.due', { at: format.dateTime(stage.dueAt) })}
          {stage.overdue && stage.until !== null && ` · ${t('stages.was_late')}`}
        </Text>
      )}
    </>
  );
}

function HandOvers({ found }: { found: Stages }) {
  const t = useDeskWords();
  const format = useFormat();
  return (
    <Stack gap={6} mt={4}>
      {found.handOvers.slice(1).map((one, i) => (
        <div key={one.at}>
          <Text size="sm">
            {t('stages.hand_over', {
              from: holder(found.refs, found.handOvers[i] ?? one) ?? t('stages.nobody'),
              to: holder(found.refs, one) ?? t('stages.nobody'),
            })}
          </Text>
          <Text size="xs" c="dimmed">
            {[found.refs[one.by ?? '']?.title, format.dateTime(one.at), one.reason]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

import { Alert, Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useProblemPageWords, useRecurrences, type Recurrence } from './problem.web.ts';

/** Incidents since the fix that are like those it was made for: the same fault again, or another one. */
export function Recurrences({ record }: { record: Whole }) {
  const t = useProblemPageWords();
  const items =
    useRecurrences(record.number, Number(value(record, 'recurrences') ?? 0) > 0).data?.items ?? [];
  if (items.length === 0) return null;
  const undecided = items.some(({ state }) => state === 'proposed');
  return (
    <Alert
      color={undecided ? 'orange' : 'gray'}
      icon={<IconRepeat size={18} aria-hidden />}
      title={t('pm.recurrences')}
      p="sm"
    >
      <Stack gap="sm">
        {items.map((item) => (
          <Item key={item.number} record={record} item={item} />
        ))}
      </Stack>
    </Alert>
  );
}

function Item({ record, item }: { record: Whole; item: Recurrence }) {
  const t = useProblemPageWords();
  const format = useFormat();
  const complain = useComplain();
  const [reason, setReason] = useState<string>();
  const confirm = useTransition(record, 'confirm_recurrence');
  const dismiss = useTransition(record, 'dismiss_recurrence');
  const may = record.can['confirm_recurrence']?.ok === true && item.state === 'proposed';
  const alike = [
    t('pm.recurrence_like'),
    ...(item.likeness.ci ? [t('pm.recurrence_ci')] : []),
    ...(item.likeness.words.length > 0
      ? [t('pm.recurrence_words', { words: item.likeness.words.join(' ') })]
      : []),
  ];
  return (
    <div>
      <Group gap={8}>
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(p) => <Link {...p} to={paths.record('incidents', item.number)} />}
        >
          {item.number} {item.title}
        </Anchor>
        <Badge size="sm" color={item.state === 'proposed' ? 'orange' : 'gray'}>
          {t(`pm.recurrence_state.${item.state}`)}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {format.dateTime(item.occurredAt)} · {alike.join(' · ')}
        {item.reason !== null && ` · ${item.decidedBy ?? ''}: ${item.reason}`}
      </Text>
      {may && reason === undefined && (
        <Group gap={6} mt={4}>
          <Button
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ recurrence: { incident: item.number } }, { onError: complain })}
          >
            {t('pm.same_fault')}
          </Button>
          <Button variant="default" onClick={() => setReason('')}>
            {t('pm.other_fault')}
          </Button>
        </Group>
      )}
      {may && reason !== undefined && (
        <Group gap={6} mt={4}>
          <TextInput
            style={{ flex: '1 1 220px' }}
            aria-label={t('pm.why_different')}
            placeholder={t('pm.why_different')}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={dismiss.isPending}
            disabled={reason.trim() === ''}
            onClick={() =>
              dismiss.mutate({ recurrence: { incident: item.number }, reason }, { onError: complain })
            }
          >
            {t('pm.other_fault')}
          </Button>
        </Group>
      )}
    </div>
  );
}

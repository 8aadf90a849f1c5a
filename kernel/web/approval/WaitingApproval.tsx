import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import { paths } from '../paths.ts';
import { useLabels, useT } from '../words.ts';
import { Decide } from './Decide.tsx';
import { FactList } from './FactList.tsx';
import { useDecide, usePurpose, type Waiting } from './approvals.ts';

/** One decision that waits for the reader, made where it stands. */
export function WaitingApproval({ item }: { item: Waiting }) {
  const t = useT();
  const labels = useLabels();
  const purpose = usePurpose();
  const { type, plural, number, title } = item.record;
  const deciding = useDecide(type, item.id);
  const name = `${number} ${title}`;
  return (
    <article aria-label={name}>
      <Stack gap={8}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ minWidth: 0, flex: '1 1 320px' }}>
            <Text size="xs" c="dimmed">
              {labels.name(type)} · {number} · {purpose(type, item.purpose)}
            </Text>
            {item.canOpen ? (
              <Anchor fw={600} renderRoot={(p) => <Link {...p} to={paths.record(plural, number)} />}>
                {title}
              </Anchor>
            ) : (
              <Text fw={600}>{title}</Text>
            )}
          </div>
          <Group gap={6}>
            {item.onBehalfOf && (
              <Badge variant="light" color="grape" leftSection={<IconUserShare size={12} aria-hidden />}>
                {t('approvals.on_behalf', { name: item.onBehalfOf.name })}
              </Badge>
            )}
            {item.of > 1 && (
              <Badge variant="light" color="gray">
                {t('approvals.step_of', { step: item.step, of: item.of })}
              </Badge>
            )}
          </Group>
        </Group>
        <Facts item={item} />
        {item.summary !== null && item.summary !== title && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {item.summary}
          </Text>
        )}
        <FactList facts={item.facts} />
        <Decide deciding={deciding} about={name} />
      </Stack>
    </article>
  );
}

function Facts({ item }: { item: Pick<Waiting, 'requestedBy' | 'askedAt' | 'dueAt'> }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const late = item.dueAt !== null && Date.parse(item.dueAt) < now;
  return (
    <Group gap="md">
      <Text size="sm" c="dimmed" title={format.full(item.askedAt)}>
        {item.requestedBy
          ? t('approvals.asked_by', { name: item.requestedBy.name, ago: format.ago(item.askedAt) })
          : t('approvals.asked', { ago: format.ago(item.askedAt) })}
      </Text>
      {item.dueAt !== null && (
        <Text size="sm" fw={late ? 600 : 400} c={late ? 'red' : 'dimmed'} title={format.full(item.dueAt)}>
          {t(late ? 'approvals.overdue' : 'approvals.due', { at: format.dateTime(item.dueAt) })}
        </Text>
      )}
    </Group>
  );
}

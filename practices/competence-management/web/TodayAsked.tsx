import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useCompetenceWords, useLearning } from './competence.web.ts';

/** On the first page of the day: what somebody is asked to know. Nothing, most of the time. */
export default function TodayAsked() {
  const t = useCompetenceWords();
  const format = useFormat();
  const items = (useLearning().data?.campaigns ?? []).filter(({ at }) => at === null);
  if (items.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('competence_page.today')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{t('competence_page.today')}</Title>
        <Badge variant="light" color="gray">{items.length}</Badge>
      </Group>
      {items.map(({ number, title, dueOn }) => (
        <Group key={number} gap={8} py={3} wrap="nowrap">
          <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to={paths.record('awareness-campaigns', number)} />}>{title}</Anchor>
          {dueOn !== null && <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>{t('competence_page.learning.due', { date: format.day(dueOn) })}</Text>}
        </Group>
      ))}
    </Paper>
  );
} // prettier-ignore

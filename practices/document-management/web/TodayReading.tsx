import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readingListQuery, readingPath, useT } from './document.web.ts';

const mostShown = 5;

/** On the first page of the day: documents that ask to be read. Nothing, most of the time. */
export default function TodayReading() {
  const t = useT();
  const items = useQuery(readingListQuery(true)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('document_page.today_to_read')}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <div>
          <Title order={2} size="h5">
            {t('document_page.today_to_read')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('document_page.today_hint')}
          </Text>
        </div>
        <Badge variant="light" color="gray" style={{ flexShrink: 0 }}>
          {items.length}
        </Badge>
      </Group>
      {items.slice(0, mostShown).map((item) => (
        <Group key={item.id} gap={8} py={3} wrap="nowrap">
          <Anchor
            size="sm"
            truncate
            lang={item.language}
            renderRoot={(p) => <Link {...p} to={readingPath(item.number)} />}
          >
            {item.title}
          </Anchor>
          <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
            {item.code} · {t('document_page.version', { version: item.version })}
          </Text>
        </Group>
      ))}
      {items.length > mostShown && (
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={readingPath()} />}>
          {t('document_page.today_all', { count: items.length })}
        </Anchor>
      )}
    </Paper>
  );
}

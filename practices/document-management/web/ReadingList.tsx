import { Anchor, Badge, Group, Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Line } from '../reading.queries.ts';
import { readingListQuery, readingPath, useT } from './document.web.ts';
import styles from './document.module.css';

/** What somebody must read, what they have acknowledged, and everything in force that they may read. */
export default function ReadingList() {
  const t = useT();
  const mine = useQuery(readingListQuery(false));
  useEffect(() => {
    document.title = `${t('document_page.reading_title')} · Servanda`;
  }, [t]);
  if (mine.isError) return <ErrorState error={mine.error} retry={() => void mine.refetch()} />;
  if (mine.isPending) return <Loading minHeight={320} />;
  const open = mine.data.items.filter((one) => one.acknowledgedAt === null);
  const done = mine.data.items.filter((one) => one.acknowledgedAt !== null);
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">
          {t('document_page.reading_title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('document_page.reading_hint')}
        </Text>
      </div>
      <Section title={t('document_page.reading_open')} items={open} none={t('document_page.reading_none')} />
      <Library />
      {done.length > 0 && <Section title={t('document_page.reading_done')} items={done} />}
    </Stack>
  );
}

function Library() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [obsolete, setObsolete] = useState(false);
  const q = useDeferredValue(typed.trim());
  const asked = { ...(q === '' ? {} : { q }), ...(obsolete ? { obsolete: 'true' } : {}) };
  const found = useQuery({
    queryKey: [...keys.lists('document'), 'library', asked],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Line[] }>(`/reading${writeQuery({ ...asked })}`, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('document_page.reading_all')}
      items={found.data?.items ?? []}
      none={found.isSuccess ? t('document_page.library_none') : ''}
    >
      <Group gap="md" px="md" pb="sm">
        <TextInput
          w={320}
          leftSection={<IconSearch size={15} aria-hidden />}
          aria-label={t('document_page.library_find')}
          placeholder={t('document_page.library_find')}
          maxLength={200}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
        <Switch
          label={t('document_page.library_obsolete')}
          checked={obsolete}
          onChange={(e) => setObsolete(e.currentTarget.checked)}
        />
      </Group>
    </Section>
  );
}

function Section(props: { title: string; items: readonly Line[]; none?: string; children?: ReactNode }) {
  const { title, items, none, children } = props;
  return (
    <Paper component="section" aria-label={title}>
      <Group justify="space-between" p="md" pb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Badge variant="light" color="gray">
          {items.length}
        </Badge>
      </Group>
      {children}
      {items.length === 0 && none !== undefined && (
        <Text size="sm" c="dimmed" px="md" pb="md">
          {none}
        </Text>
      )}
      <ul className={styles['tree']}>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </Paper>
  );
}

function Item({ item }: { item: Line }) {
  const t = useT();
  const format = useFormat();
  return (
    <li className={styles['line']}>
      <span className={styles['code']}>{item.code}</span>
      <Anchor
        size="sm"
        lang={item.language}
        renderRoot={(p) => <Link {...p} to={readingPath(item.number)} />}
      >
        {item.title}
      </Anchor>
      <Text size="xs" c="dimmed" ta="right">
        {t('document_page.version', { version: item.version })} ·{' '}
        {t('document_page.version_since', { date: format.day(item.effectiveOn) })}
      </Text>
    </li>
  );
}

import { Anchor, Badge, Button, Group, Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconFileImport, IconPrinter, IconSearch, IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { Branch } from '../tree.queries.ts';
import { treeQuery, useGuidance, useT } from './document.web.ts';
import { PapersMenu } from './PaperMenu.tsx';
import { filesPath, templatesPath, useT as usePaperWords } from './papers.web.ts';
import styles from './document.module.css';

type By = 'level' | 'clause';

/** 7.5.1: every document under control in the order of its code, by level or by clause. */
export default function MasterList() {
  const t = useT();
  const words = usePaperWords();
  const labels = useLabels();
  const guidance = useGuidance();
  const [by, setBy] = useState<By>('level');
  const [typed, setTyped] = useState('');
  const [obsolete, setObsolete] = useState(false);
  const [overdue, setOverdue] = useState(false);
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const found = useQuery(treeQuery(obsolete));
  useEffect(() => {
    document.title = `${t('document_page.tree_title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const all = found.data?.items ?? [];
  const shown = all.filter(
    (one) =>
      (!overdue || one.overdue) &&
      `${one.code} ${one.titleEn ?? ''} ${one.titleZh ?? ''} ${one.owner ?? ''}`.toLowerCase().includes(wanted),
  );
  const groups = grouped(shown, by, (key) =>
    by === 'level'
      ? labels.option('document', 'level', key)
      : key === ''
        ? t('document_page.no_clause')
        : t('document_page.clause', { clause: key }),
  );
  return (
    <Stack p="md" gap="sm" maw={1500}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('document_page.tree_title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('document_page.tree_hint')}
          </Text>
        </div>
        <Group gap={6}>
          <GuidanceButton {...guidance} />
          <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('document_page.print')}
          </Button>
          <PapersMenu />
          <Button variant="default" leftSection={<IconFileImport size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={filesPath} />}>
            {words('paper_page.import')}
          </Button>
          <Button variant="default" leftSection={<IconTemplate size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={templatesPath} />}>
            {words('paper_page.templates')}
          </Button>
          <Button renderRoot={(p) => <Link {...p} to={paths.create('documents')} />}>{labels.createTitle('document')}</Button>
        </Group>
      </Group>
      <Group gap="md">
        <TextInput
          w={280}
          leftSection={<IconSearch size={15} aria-hidden />}
          aria-label={t('document_page.tree_find')}
          placeholder={t('document_page.tree_find')}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
        <Segments
          label={t('document_page.tree_title')}
          value={by}
          choices={[
            { value: 'level', label: t('document_page.tree_level') },
            { value: 'clause', label: t('document_page.tree_clause') },
          ]}
          onChange={setBy}
        />
        <Switch label={t('document_page.tree_overdue')} checked={overdue} onChange={(e) => setOverdue(e.currentTarget.checked)} />
        <Switch label={t('document_page.tree_obsolete')} checked={obsolete} onChange={(e) => setObsolete(e.currentTarget.checked)} />
      </Group>
      {found.isPending && <Loading minHeight={320} />}
      {found.isSuccess && shown.length === 0 && <Text c="dimmed">{t('document_page.tree_none')}</Text>}
      {groups.map(({ name, items }) => (
        <Paper key={name} component="section" aria-label={name}>
          <Group justify="space-between" p="sm" pb={6}>
            <Title order={2} size="h5">
              {name}
            </Title>
            <Text size="xs" c="dimmed">
              {t('document_page.tree_count', { count: items.length })}
            </Text>
          </Group>
          <ul className={styles['tree']}>
            {items.map((one) => (
              <Item key={one.id} one={one} />
            ))}
          </ul>
        </Paper>
      ))}
    </Stack>
  );
} // prettier-ignore

function Item({ one }: { one: Branch }) {
  const t = useT();
  const format = useFormat();
  const labels = useLabels();
  const meta = useMetaType('document');
  const chinese = useLanguage() === 'zh-CN';
  const [title, other] = chinese ? [one.titleZh, one.titleEn] : [one.titleEn, one.titleZh];
  return (
    <li className={styles['row']}>
      <span className={styles['code']}>{one.code}</span>
      <div style={{ minWidth: 0 }}>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('documents', one.number)} />}>
          {title ?? other}
        </Anchor>
        <Text size="xs" c="dimmed" truncate>
          {[title === null ? undefined : other, labels.option('document', 'documentClass', one.documentClass)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Text size="sm">{one.effectiveVersion ?? '–'}</Text>
      <StateBadge meta={meta} state={one.state} size="sm" />
      <Text size="sm" truncate>
        {one.owner}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Text size="xs" c={one.overdue ? 'red' : 'dimmed'}>
          {one.reviewDueOn === null ? '' : format.day(one.reviewDueOn)}
        </Text>
        {one.overdue && (
          <Badge size="xs" color="red" variant="light">
            {t('document_page.overdue')}
          </Badge>
        )}
      </Group>
    </li>
  );
} // prettier-ignore

/** By the level, or by the main clause that the code names. */
function grouped(all: readonly Branch[], by: By, name: (key: string) => string) {
  const groups = new Map<string, Branch[]>();
  for (const one of all) {
    const clause = /^[A-Z]+-L\d-(\d\d)/.exec(one.code)?.[1] ?? '00';
    const key = by === 'level' ? String(one.level) : clause === '00' ? '' : String(Number(clause));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([key, items]) => ({ name: name(key), items }));
}

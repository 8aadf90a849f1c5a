import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink, IconGitCompare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asText } from '../../../kernel/record/text.ts';
import { value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { parseQuery, writeQuery } from '../../../platform/ui/search-params.ts';
import { articlePath, readerUrl, useT, useUse, useVersions } from './knowledge.web.ts';

/** What came of an article, what readers said, and every version it had. */
export function ArticleSide({ record }: { record: Whole }) {
  return (
    <>
      <UsePanel record={record} />
      <FeedbackPanel record={record} />
      <VersionsPanel record={record} />
    </>
  );
}

function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}

function UsePanel({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const use = useUse(record.number).data;
  if (value(record, 'publishedVersion') === null) return null;
  const views = use?.views.reduce((sum, day) => sum + day.views, 0) ?? 0;
  const percent = use && use.judged > 0 ? format.percent(use.helpful / use.judged) : undefined;
  const figures = [
    [t('knowledge.views'), String(views), undefined],
    [t('knowledge.helped'), percent ?? t('knowledge.nobody_judged'), use && use.judged > 0 ? t('knowledge.helped_of', { helpful: use.helpful, judged: use.judged }) : undefined],
    [t('knowledge.solved'), String(use?.solved ?? 0), undefined],
    [t('knowledge.spared'), String(use?.deflected ?? 0), undefined],
  ] as const; // prettier-ignore
  return (
    <Panel
      title={t('knowledge.use')}
      aside={
        <Anchor size="sm" href={readerUrl(record.number)} target="_blank">
          <Group gap={4} component="span">
            {t('knowledge.in_portal')} <IconExternalLink size={13} aria-hidden />
          </Group>
        </Anchor>
      }
    >
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        {figures.map(([name, figure, note]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {name}
            </Text>
            <Text fw={600} size="lg" component="span">
              {figure}
            </Text>
            {note !== undefined && (
              <Text size="xs" c="dimmed" component="span">
                {' '}
                {note}
              </Text>
            )}
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function FeedbackPanel({ record }: { record: Whole }) {
  const t = useT();
  const meta = useMetaType('article-feedback');
  const filter = { 'filter[articleId]': record.id, 'filter[state]': 'open,planned,answered' };
  const found = useQuery({
    queryKey: [...keys.lists('article-feedback'), record.id],
    queryFn: ({ signal }) => api.get<ListPage>(`/article-feedbacks${writeQuery({ ...filter, sort: '-createdAt', limit: 4 })}`, signal),
  }).data?.items; // prettier-ignore
  if (!found || value(record, 'publishedVersion') === null) return null;
  return (
    <Panel
      title={t('knowledge.feedback')}
      aside={
        found.length > 0 && (
          <Anchor
            size="sm"
            renderRoot={(p) => (
              <Link {...p} to={paths.queue('article-feedbacks')} search={parseQuery(writeQuery(filter))} />
            )}
          >
            {t('knowledge.feedback_all')}
          </Anchor>
        )
      }
    >
      <Stack gap={8}>
        {found.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('knowledge.feedback_none')}
          </Text>
        )}
        {found.map((one) => (
          <div key={one.number}>
            <Group gap={6} wrap="nowrap" justify="space-between" align="flex-start">
              <Anchor
                size="sm"
                lineClamp={2}
                renderRoot={(p) => <Link {...p} to={paths.record('article-feedbacks', one.number)} />}
              >
                {asText(value(one, 'remark') ?? one.number)}
              </Anchor>
              <StateBadge meta={meta} state={one.state} size="sm" />
            </Group>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function VersionsPanel({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const versions = useVersions(record.number).data?.items ?? [];
  return (
    <Panel
      title={t('knowledge.versions')}
      aside={
        versions.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconGitCompare size={14} aria-hidden />}
            renderRoot={(p) => <Link {...p} to={articlePath(record.number, 'versions')} />}
          >
            {t('knowledge.compare')}
          </Button>
        )
      }
    >
      <Stack gap={8}>
        {versions.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('knowledge.no_versions')}
          </Text>
        )}
        {versions.slice(0, 6).map((one) => (
          <div key={one.version}>
            <Text size="sm">{t('knowledge.version', { version: one.version })}</Text>
            <Text size="xs" c="dimmed">
              {[format.dateTime(one.publishedAt), one.approvedBy, one.changeNote].filter(Boolean).join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

import { Anchor, Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconMessages, IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { parseQuery, writeQuery } from '../../../platform/ui/search-params.ts';
import { useMajorWords, useText, useTransition } from './major.web.ts';
import { AnnounceDialog, AnswerDialog, LinkManyDialog } from './MassDialogs.tsx';
import { useMassJobs, type MassJob } from './mass.web.ts';

type Texts = { readonly en: string; readonly 'zh-CN': string };

/** An incident that many report: its children, what everybody is told, and how far the work on all of them is. */
export function MassSection({ record }: { record: Whole }) {
  const t = useMajorWords();
  const text = useText();
  const complain = useComplain();
  const [open, setOpen] = useState<'announce' | 'answer' | 'link'>();
  const filter = { 'filter[parentId]': record.id };
  const count = useQuery({
    queryKey: [...keys.lists('incident'), 'children-count', record.id],
    queryFn: ({ signal }) => api.get<{ count: number }>(`/incidents/count${writeQuery(filter)}`, signal),
  }).data?.count;
  const jobs = useMassJobs(record.number).data?.items ?? [];
  const withdraw = useTransition('incidents', 'incident', record.number, 'withdraw_announcement');
  const may = (action: string) => record.can[action]?.ok === true;
  const announcement = value(record, 'announcement') as Texts | null;
  const isChild = value(record, 'parentId') !== null && value(record, 'parentId') !== undefined;
  if (isChild || (!may('set_parent') && !may('announce') && !count)) return null;
  const close = () => setOpen(undefined);
  return (
    <Paper p="md" component="section" aria-label={t('mass.section')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('mass.section')}
        </Title>
        {count !== undefined && count > 0 && (
          <Anchor
            size="sm"
            fw={600}
            renderRoot={(p) => (
              <Link {...p} to={paths.queue('incidents')} search={parseQuery(writeQuery(filter))} />
            )}
          >
            {t('mass.children', { count })}
          </Anchor>
        )}
      </Group>
      <Stack gap="sm">
        {announcement && (
          <div>
            <Group gap={6} wrap="nowrap" align="flex-start">
              <IconSpeakerphone
                size={16}
                aria-hidden
                style={{ marginTop: 2, flexShrink: 0 }}
                color="var(--mantine-color-orange-text)"
              />
              <Text size="sm">{text(announcement)}</Text>
            </Group>
            <Text size="xs" c="dimmed">
              {t('mass.announced')}
            </Text>
          </div>
        )}
        <Group gap={6}>
          {may('set_parent') && (
            <Button variant="default" onClick={() => setOpen('link')}>
              {t('mass.link_many')}
            </Button>
          )}
          {may('announce') && (
            <Button
              variant="default"
              leftSection={<IconSpeakerphone size={15} aria-hidden />}
              onClick={() => setOpen('announce')}
            >
              {announcement ? t('mass.change_announcement') : t('mass.announce')}
            </Button>
          )}
          {announcement && may('withdraw_announcement') && (
            <Button
              variant="subtle"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({}, { onError: complain })}
            >
              {t('mass.withdraw')}
            </Button>
          )}
          {may('set_parent') && count !== undefined && count > 0 && (
            <Button
              variant="default"
              leftSection={<IconMessages size={15} aria-hidden />}
              onClick={() => setOpen('answer')}
            >
              {t('mass.answer_all')}
            </Button>
          )}
        </Group>
        {jobs.slice(0, 3).map((job) => (
          <OneJob key={job.id} job={job} />
        ))}
      </Stack>
      {open === 'announce' && <AnnounceDialog number={record.number} before={announcement} onClose={close} />}
      {open === 'answer' && <AnswerDialog number={record.number} onClose={close} />}
      {open === 'link' && <LinkManyDialog number={record.number} onClose={close} />}
    </Paper>
  );
}

function OneJob({ job }: { job: MassJob }) {
  const t = useMajorWords();
  const over = job.done + job.skipped + job.refused;
  const notes = [
    t('mass.progress', { done: job.done, total: job.total }),
    ...(job.skipped > 0 ? [t('mass.skipped', { count: job.skipped })] : []),
    ...(job.refused > 0 ? [t('mass.refused', { count: job.refused })] : []),
    ...(job.state === 'failed' ? [t('mass.failed')] : []),
  ];
  return (
    <div>
      <Text size="xs" c="dimmed" mb={3} role="status">
        {t(`mass.job.${job.kind}`)} · {notes.join(' · ')}
      </Text>
      <Progress
        size="sm"
        aria-label={t(`mass.job.${job.kind}`)}
        value={job.total === 0 ? 100 : (over / job.total) * 100}
        color={job.state === 'failed' ? 'red' : job.state === 'done' ? 'teal' : 'blue'}
        animated={job.state === 'running'}
      />
      {job.refusals.length > 0 && (
        <List size="xs" mt={4} c="dimmed" mah={140} style={{ overflowY: 'auto' }}>
          {job.refusals.map(({ number, words }) => (
            <List.Item key={number}>
              {number}: {words}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

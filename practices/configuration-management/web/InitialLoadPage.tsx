import { Alert, Badge, Button, Group, Modal, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconChecks, IconFileImport, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Refs } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useClasses } from './configuration.web.ts';
import { loadKey, useInitialLoad, useSetupWords, type InitialLoad, type LoadSource } from './setup.web.ts';

/** What was loaded before the configuration came under change control, and who lets it go live (8.2.6). */
export default function InitialLoadPage() {
  const t = useSetupWords();
  const found = useInitialLoad();
  useEffect(() => {
    document.title = `${t('configuration_setup.load')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { data } = found;
  return (
    <Stack gap="sm" p="md" maw={900}>
      <div>
        <Title order={1} size="h3">{t('configuration_setup.load')}</Title>
        <Text size="sm" c="dimmed">{t('configuration_setup.load_hint')}</Text>
      </div>
      <Lasting load={data} />
      {data.open && !data.mayApprove && data.sources.length > 0 && <Alert color="gray" variant="light">{t('configuration_setup.load_not_role')}</Alert>}
      {data.sources.map((source) => <Source key={source.source} one={source} load={data} />)}
      {data.sources.length === 0 && (
        <Paper p="md">
          <Empty title={t('configuration_setup.load_nothing')}>
            <Text size="sm" c="dimmed" ta="center">{t('configuration_setup.load_nothing_hint')}</Text>
            {data.open && data.mayKeep && (
              <Group gap="xs" mt="xs">
                <Button variant="default" leftSection={<IconFileImport size={15} aria-hidden />} renderRoot={(props) => <Link {...props} to={paths.imports} />}>{t('configuration_setup.load_import')}</Button>
                <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.queue('feeds')} />}>{t('configuration_setup.feeds')}</Button>
              </Group>
            )}
          </Empty>
        </Paper>
      )}
    </Stack>
  );
} // prettier-ignore

function Lasting({ load }: { readonly load: InitialLoad }) {
  const t = useSetupWords();
  const client = useQueryClient();
  const complain = useComplain();
  const [asking, setAsking] = useState(false);
  const set = useMutation({
    mutationFn: (open: boolean) => api.put('/configuration/initial-load', { open }),
    onSuccess: () => (setAsking(false), client.invalidateQueries({ queryKey: keys.type('ci') })),
    onError: complain,
  });
  return (
    <Paper p="md">
      <Group justify="space-between" gap="md" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          {load.open ? <IconLockOpen size={22} aria-hidden color="var(--mantine-color-teal-6)" /> : <IconLock size={22} aria-hidden color="var(--mantine-color-dimmed)" />}
          <div>
            <Text fw={600}>{t(load.open ? 'configuration_setup.load_open' : 'configuration_setup.load_over')}</Text>
            <Text size="sm" c="dimmed">{t(load.open ? 'configuration_setup.load_open_hint' : 'configuration_setup.load_over_hint')}</Text>
          </div>
        </Group>
        {load.mayKeep && (
          <Button variant="default" style={{ flex: 'none' }} loading={set.isPending} onClick={() => (load.open ? setAsking(true) : set.mutate(true))}>
            {t(load.open ? 'configuration_setup.load_end' : 'configuration_setup.load_again')}
          </Button>
        )}
      </Group>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('configuration_setup.load_end')}>
        <Stack>
          <Text size="sm">{t('configuration_setup.load_end_ask')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)}>{t('configuration_setup.cancel')}</Button>
            <Button loading={set.isPending} onClick={() => set.mutate(false)}>{t('configuration_setup.load_end')}</Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
} // prettier-ignore

function Source({ one, load }: { readonly one: LoadSource; readonly load: InitialLoad }) {
  const t = useSetupWords();
  const format = useFormat();
  const words = useProblemWords();
  const { classes, nameOf } = useClasses();
  const { approve, done } = useApprove(one);
  const [asking, setAsking] = useState(false);
  const mine = one.waiting - one.own;
  const tally = one.classes.map(({ classId, n }) => {
    const found = classes.find(({ id }) => id === classId);
    return `${found ? nameOf(found) : (load.refs[classId]?.title ?? '')} ${format.number(n)}`;
  });
  return (
    <Paper p="md" component="section" aria-label={one.source}>
      <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap">
        <Stack gap={6} style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{one.source}</Text>
            <Badge variant="light" tt="none">{t('configuration_setup.load_waiting', { n: format.number(one.waiting) })}</Badge>
            {one.unclear > 0 && <Badge variant="light" color="orange" tt="none">{t('configuration_setup.load_unclear', { n: format.number(one.unclear) })}</Badge>}
          </Group>
          <Text size="sm">{tally.join(' · ')}</Text>
          <Text size="xs" c="dimmed" component="div">
            {t('configuration_setup.load_by')} <Loaders ids={one.loaderIds} refs={load.refs} /> · {format.dateTime(one.lastAt)}
          </Text>
          {one.own > 0 && <Text size="sm" c="dimmed">{mine === 0 ? t('configuration_setup.load_own') : t('configuration_setup.load_some_own', { n: format.number(one.own) })}</Text>}
        </Stack>
        <Group gap="xs" style={{ flex: 'none' }}>
          <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.queue('configuration-items', { 'filter[state]': 'planned', 'filter[source]': one.source })} />}>{t('configuration_setup.load_look')}</Button>
          {load.open && load.mayApprove && mine > 0 && (
            <Button aria-label={t('configuration_setup.load_approve_named', { source: one.source })} leftSection={<IconChecks size={15} aria-hidden />} loading={approve.isPending} onClick={() => setAsking(true)}>{t('configuration_setup.load_approve')}</Button>
          )}
        </Group>
      </Group>
      {approve.isPending && (
        <Stack gap={4} mt="sm" role="status">
          <Progress value={(done / mine) * 100} aria-label={t('configuration_setup.load_approve')} />
          <Text size="xs" c="dimmed">{t('configuration_setup.load_approving', { done: format.number(done), all: format.number(mine) })}</Text>
        </Stack>
      )}
      {approve.isError && <Alert color="red" role="alert" mt="sm">{words(approve.error)}</Alert>}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('configuration_setup.load_approve')}>
        <Stack>
          <Text size="sm">{t('configuration_setup.load_sure', { n: format.number(mine), source: one.source })}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)}>{t('configuration_setup.cancel')}</Button>
            <Button onClick={() => (setAsking(false), approve.mutate())}>{t('configuration_setup.load_approve')}</Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
} // prettier-ignore

function Loaders({ ids, refs }: { readonly ids: readonly string[]; readonly refs: Refs }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <RefLink id={id} refs={refs} />
    </span>
  ));
}

type Approved = { readonly approved: number; readonly left: number };

/** Several hundred at a time, until none is left: each is approved for itself, and the trail says so. */
function useApprove({ source }: LoadSource) {
  const t = useSetupWords();
  const format = useFormat();
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const approve = useMutation({
    mutationFn: async () => {
      let all = 0;
      for (;;) {
        const { approved, left } = await api.post<Approved>('/configuration/initial-load/approve', {
          source,
        });
        all += approved;
        setDone(all);
        if (left === 0 || approved === 0) return all;
      }
    },
    onSuccess: (all) => celebrate(t('configuration_setup.load_done', { n: format.number(all) })),
    onSettled: async () => {
      setDone(0);
      await client.invalidateQueries({ queryKey: loadKey });
      await client.invalidateQueries({ queryKey: keys.lists('ci') });
    },
  });
  return { approve, done };
}

import {
  Alert,
  Anchor,
  Button,
  Group,
  List,
  Paper,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { providerKinds, sectors, type ProviderKind } from '../../../kernel/practice/kind.ts';
import { speakOfUnits } from '../../../kernel/web/internal-it.ts';
import { meQuery } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type kindWords from '../i18n/kind.en.ts';
import type pages from '../i18n/pages.en.ts';
import { kindKey, useKind, useKindPresets, type Kind, type KindPresets } from './context.web.ts';

const useT = useWords<typeof kindWords & typeof pages>;

/** What the organisation is, whom it serves, and what it begins with because of it. */
export default function KindPage() {
  const t = useT();
  const found = useKind();
  useEffect(() => {
    document.title = `${t('kind_page.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={420} />;
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">{t('kind_page.title')}</Title>
        <Text size="sm" c="dimmed">{t('kind_page.hint')}</Text>
      </div>
      <Choice key={`${found.data.sector} ${found.data.providerKind}`} kind={found.data} />
    </Stack>
  );
} // prettier-ignore

function Choice({ kind }: { readonly kind: Kind }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [sector, setSector] = useState<string | null>(kind.sector);
  const [serves, setServes] = useState<ProviderKind>(kind.providerKind);
  const presets = useKindPresets(sector ?? '');
  const save = useMutation({
    mutationFn: () => api.put<Kind>('/organisation-kind', { sector, providerKind: serves }),
    onSuccess: async () => {
      celebrate(t('kind_page.saved'));
      await Promise.all([client.invalidateQueries({ queryKey: kindKey }), client.invalidateQueries({ queryKey: meQuery.queryKey })]);
      if (serves === 'internal_it') speakOfUnits();
      // What was said otherwise is not kept: the words are loaded anew.
      else if (kind.providerKind === 'internal_it') location.reload();
    },
  });
  return (
    <>
      <Paper p="md">
        <Stack gap="md">
          <Select label={t('kind_page.sector')} placeholder={t('kind_page.any')} clearable disabled={!kind.mayChange} maw={420} data={sectors.map((value) => ({ value, label: t(`context_page.sector.${value}`) }))} value={sector} onChange={setSector} />
          <Radio.Group label={t('kind_page.serves')} value={serves} onChange={(next) => setServes(providerKinds.find((one) => one === next) ?? serves)}>
            <Group gap="xl" mt={6}>
              {providerKinds.map((one) => <Radio key={one} value={one} disabled={!kind.mayChange} label={t(`kind_page.${one}`)} description={t(`kind_page.${one}_hint`)} />)}
            </Group>
          </Radio.Group>
          {save.isError && <Alert color="red" role="alert">{words(save.error)}</Alert>}
          <Group><Button disabled={!kind.mayChange || (sector === kind.sector && serves === kind.providerKind)} loading={save.isPending} onClick={() => save.mutate()}>{t('kind_page.save')}</Button></Group>
        </Stack>
      </Paper>
      {presets.data && <Follows presets={presets.data} />}
    </>
  );
} // prettier-ignore

const most = 8;

function Follows({ presets }: { readonly presets: KindPresets }) {
  const t = useT();
  return (
    <>
      <Paper p="md" component="section" aria-label={t('kind_page.promises')}>
        <Group justify="space-between" mb="xs" gap="sm">
          <Title order={2} size="h5">{t('kind_page.promises')}</Title>
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/agreements/new" />}>{t('kind_page.take_agreement')}</Anchor>
        </Group>
        <Promises promises={presets.promises} />
      </Paper>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Titles title={t('kind_page.issues')} titles={presets.issues} to="/context-issues" take={t('kind_page.take_issues')} />
        <Titles title={t('kind_page.obligations')} titles={presets.obligations} to="/obligations" take={t('kind_page.take_obligations')} />
      </SimpleGrid>
    </>
  );
} // prettier-ignore

function Titles(props: { readonly title: string; readonly titles: readonly string[]; readonly to: string; readonly take: string }) {
  const t = useT();
  const { title, titles, to, take } = props;
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs" gap="sm">
        <Title order={2} size="h5">{title}</Title>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={to} />}>{take}</Anchor>
      </Group>
      <List size="sm" spacing={2}>
        {titles.slice(0, most).map((one) => <List.Item key={one}>{one}</List.Item>)}
      </List>
      {titles.length > most && <Text size="xs" c="dimmed" mt={4}>{t('kind_page.more', { count: titles.length - most })}</Text>}
    </Paper>
  );
} // prettier-ignore

const minuteMs = 60_000;

function Promises({ promises }: Pick<KindPresets, 'promises'>) {
  const t = useT();
  const format = useFormat();
  const said = (minutes: number | null) => (minutes === null ? '–' : format.hours(minutes * minuteMs));
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {(['priority', 'respond', 'update', 'resolve', 'hours'] as const).map((key) => <Table.Th key={key}>{t(`kind_page.${key}`)}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {promises.map(({ priority, respond, update, resolve, aroundTheClock }) => (
            <Table.Tr key={priority}>
              <Table.Td>P{priority}</Table.Td>
              <Table.Td>{said(respond)}</Table.Td>
              <Table.Td>{said(update)}</Table.Td>
              <Table.Td>{said(resolve)}</Table.Td>
              <Table.Td>{t(aroundTheClock ? 'kind_page.always' : 'kind_page.office')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

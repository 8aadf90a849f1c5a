import { Anchor, Badge, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { writeQuery, type Query } from '../../../platform/ui/search-params.ts';
import { LivingTable } from './LivingTable.tsx';
import { PhaseWheel } from './PhaseWheel.tsx';
import { Vitality } from './Vitality.tsx';
import {
  phases,
  useSystemWords,
  useWheel,
  type Kind,
  type Owed,
  type Phase,
  type PhaseOwed,
  type Wheel,
} from './system.web.ts';
import styles from './system.module.css';

/** The home of the management system: what each phase owes, by site and in total, and whether it turns. */
export default function WheelPage() {
  const t = useSystemWords();
  const search: Query = useSearch({ strict: false });
  const found = useWheel(search['site']);
  useEffect(() => {
    document.title = `${t('management_system.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  return <Shown wheel={found.data} search={search} />;
} // prettier-ignore

function Shown({ wheel, search }: { wheel: Wheel; search: Query }) {
  const t = useSystemWords();
  const navigate = useNavigate();
  const set = (patch: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '.', search: (before: Query) => ({ ...before, ...patch }), replace: true, resetScroll: false });
  const chosen = phases.find((phase) => phase === search['phase']);
  const shown = wheel.phases.filter(({ phase }) => chosen === undefined || phase === chosen);
  return (
    <Stack p="md" gap="sm" className={styles['phases'] ?? ''}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h3">{t('management_system.title')}</Title>
          <Text size="sm" c="dimmed">{t('management_system.hint')}</Text>
        </div>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/management-system/calendar" />}>{t('management_system.menu_calendar')}</Anchor>
      </Group>
      <div className={styles['top']}>
        <Stack gap="sm">
          <Paper p="md"><PhaseWheel owed={wheel.phases} chosen={chosen} onChoose={(phase) => set({ phase })} /></Paper>
          <Sites wheel={wheel} chosen={search['site']} onChoose={(site) => set({ site })} />
        </Stack>
        <Stack gap="sm">
          {shown.map((one) => <PhaseCard key={one.phase} one={one} day={wheel.day} />)}
        </Stack>
      </div>
      <Vitality wheel={wheel} />
      <LivingTable living={wheel.living} />
    </Stack>
  );
} // prettier-ignore

function PhaseCard({ one, day }: { one: PhaseOwed; day: string }) {
  const t = useSystemWords();
  const labels = useLabels();
  const format = useFormat();
  const { phase, kinds, requirements } = one;
  const worst = kinds.toSorted((a, b) => b.overdue - a.overdue || b.soon - a.soon || b.later - a.later);
  return (
    <Paper p="md" component="section" aria-label={t(`management_system.phase.${phase}`)}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap={8}>
          <span className={`${styles['dot']} ${styles[phase]}`} aria-hidden />
          <Title order={2} size="h5">{t(`management_system.phase.${phase}`)}</Title>
          <Text size="xs" c="dimmed">{t(`management_system.clauses.${phase}`)}</Text>
        </Group>
        <Requirements phase={phase} found={requirements} />
      </Group>
      {worst.length === 0 ? <Text size="sm" c="dimmed">{t('management_system.nothing')}</Text> : (
        <Table.ScrollContainer minWidth={420}>
          <Table verticalSpacing={5} aria-label={t(`management_system.phase.${phase}`)}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('management_system.calendar.kind')}</Table.Th>
                {(['overdue', 'soon', 'later'] as const).map((key) => <Table.Th key={key} ta="right" w={110}>{t(`management_system.${key}`)}</Table.Th>)}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {worst.map((kind) => (
                <Table.Tr key={`${kind.type}.${kind.field}`}>
                  <Table.Td>
                    <Text size="sm" span>{labels.plural(kind.type)}</Text>{' '}
                    <Text size="xs" c="dimmed" span>{labels.field(kind.type, kind.field)} · {kind.clause}</Text>
                  </Table.Td>
                  {(['overdue', 'soon', 'later'] as const).map((key) => (
                    <Table.Td key={key} ta="right">
                      {kind[key] === 0 ? <Text size="sm" c="dimmed" span>0</Text> : (
                        <Anchor size="sm" fw={key === 'overdue' ? 650 : 450} c={key === 'overdue' ? 'red' : ''} renderRoot={(p) => <Link {...p} to={`/${kind.plural}${writeQuery(these(kind, key, day))}`} />}>
                          {format.number(kind[key])}
                        </Anchor>
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
} // prettier-ignore

/** Exactly the records that a figure counts. */
function these({ field, owed }: Kind, key: keyof Owed, day: string): Query {
  const plus = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  const span = { overdue: `..${day}`, soon: `${day}..${plus(30)}`, later: `${plus(30)}..${plus(366)}` }[key];
  return { [`filter[${field}]`]: span, 'filter[state]': owed.join(',') };
}

function Requirements({ phase, found }: { phase: Phase; found: PhaseOwed['requirements'] }) {
  const t = useSystemWords();
  if (found === null || found.of === 0) return <Text size="xs" c="dimmed">{t('management_system.no_answers')}</Text>;
  return (
    <Anchor size="xs" renderRoot={(p) => <Link {...p} to="/readiness" search={{ by: 'phase', phase }} />}>
      <Group gap={6} wrap="nowrap">
        {t('management_system.requirements', { met: found.met, of: found.of })}
        {found.missing + found.partly > 0 && <Badge size="sm" color="red" variant="light">{t('management_system.lacking', { count: found.missing + found.partly })}</Badge>}
      </Group>
    </Anchor>
  );
} // prettier-ignore

function Sites({ wheel, chosen, onChoose }: { wheel: Wheel; chosen: string | undefined; onChoose: (site: string | undefined) => void }) {
  const t = useSystemWords();
  const format = useFormat();
  const named = wheel.sites.filter(({ id }) => id !== null);
  if (named.length === 0) return null;
  const rows = wheel.sites.toSorted((a, b) => b.overdue - a.overdue || b.soon - a.soon);
  return (
    <Paper p="md" component="section" aria-label={t('management_system.sites')}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h5">{t('management_system.sites')}</Title>
        {chosen !== undefined && <Anchor component="button" type="button" size="xs" onClick={() => onChoose(undefined)}>{t('management_system.all_sites')}</Anchor>}
      </Group>
      <Table verticalSpacing={5} aria-label={t('management_system.sites')}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('management_system.site')}</Table.Th><Table.Th ta="right">{t('management_system.overdue')}</Table.Th><Table.Th ta="right">{t('management_system.soon')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, overdue, soon }) => (
            <Table.Tr key={id ?? ''}>
              <Table.Td>
                {id === null ? <Text size="sm" c="dimmed">{t('management_system.no_site')}</Text> : (
                  <Anchor component="button" type="button" size="sm" ta="left" fw={chosen === id ? 650 : 450} aria-pressed={chosen === id} onClick={() => onChoose(chosen === id ? undefined : id)}>{wheel.refs[id]?.title ?? id}</Anchor>
                )}
              </Table.Td>
              <Table.Td ta="right"><Text size="sm" c={overdue > 0 ? 'red' : 'dimmed'}>{format.number(overdue)}</Text></Table.Td>
              <Table.Td ta="right"><Text size="sm">{format.number(soon)}</Text></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length === 0 && <Empty title={t('management_system.nothing')} />}
    </Paper>
  );
} // prettier-ignore

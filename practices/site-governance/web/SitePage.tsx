import { Alert, Anchor, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useSite, useSiteWords, type SiteStands } from './site.web.ts';
import { SiteFigures } from './SiteFigures.tsx';
import { StandingBadge } from './StandingBadge.tsx';

/** One site: what it adopts, who works there, what they learn, what runs, and what is measured. */
export default function SitePage() {
  const { id = '' } = useParams({ strict: false });
  const found = useSite(id);
  useEffect(() => {
    if (found.data) document.title = `${found.data.site.title} · Servanda`;
  }, [found.data]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  return <Shown stands={found.data} />;
}

function Shown({ stands }: { stands: SiteStands }) {
  const t = useSiteWords();
  const { site, people, cells } = stands;
  const isNew = people.staff === 0 || cells.every(({ standing }) => standing === 'pending');
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h3">{site.title}</Title>
          <Text size="sm" c="dimmed">{t('site_page.stands.title')}</Text>
        </div>
        <Group gap="md">
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/site-governance" />}>{t('site_page.stands.drift')}</Anchor>
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/management-system" search={{ site: site.id } as never} />}>{t('site_page.stands.wheel')}</Anchor>
        </Group>
      </Group>
      {isNew && <Alert p="xs" color="blue">{t('site_page.stands.new_site')}</Alert>}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Stack gap="sm">
          <Adopt stands={stands} />
          <Roles stands={stands} />
          <SiteFigures siteId={site.id} />
        </Stack>
        <Stack gap="sm">
          <Courses stands={stands} />
          <Processes stands={stands} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
} // prettier-ignore

function Part({ title, hint, empty, children }: { title: string; hint?: string; empty: string | undefined; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5">{title}</Title>
      {hint !== undefined && <Text size="xs" c="dimmed">{hint}</Text>}
      {empty === undefined ? <div style={{ marginTop: 8 }}>{children}</div> : <Text size="sm" c="dimmed" mt={6}>{empty}</Text>}
    </Paper>
  );
} // prettier-ignore

function Adopt({ stands: { cells, rules } }: { stands: SiteStands }) {
  const t = useSiteWords();
  const format = useFormat();
  return (
    <Part title={t('site_page.stands.adopt')} empty={cells.length === 0 ? t('site_page.stands.adopt_none') : undefined}>
      <Table verticalSpacing={5} aria-label={t('site_page.stands.adopt')}>
        <Table.Tbody>
          {cells.map((cell) => {
            const rule = rules.find(({ id }) => id === cell.ruleId);
            return (
              <Table.Tr key={cell.id}>
                <Table.Td>
                  <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('rule-adoptions', cell.number)} />}>{rule?.title ?? cell.title}</Anchor>
                  {rule && <Text size="xs" c="dimmed">{t(`site_page.${rule.obligation}`)}{rule.siteId === null ? '' : ` · ${t('site_page.local')}`}</Text>}
                </Table.Td>
                <Table.Td ta="right">
                  <StandingBadge standing={cell.standing} size="sm" />
                  {cell.until !== null && cell.standing !== 'kept' && <Text size="xs" c="dimmed">{t(cell.standing === 'exempt' ? 'site_page.until' : 'site_page.by', { date: format.day(cell.until) })}</Text>}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Part>
  );
} // prettier-ignore

function Roles({ stands: { people, roles } }: { stands: SiteStands }) {
  const t = useSiteWords();
  const labels = useLabels();
  const format = useFormat();
  const empty = people.staff === 0 && roles.length === 0 ? t('site_page.stands.no_people') : roles.length === 0 ? t('site_page.stands.no_roles') : undefined;
  return (
    <Part title={t('site_page.stands.people')} hint={t('site_page.stands.people_hint', { staff: people.staff, without: people.without })} empty={empty}>
      <Group gap="xs">
        {roles.map(({ role, holders, ids }) => (
          <Anchor key={role} size="sm" renderRoot={(p) => <Link {...p} to="/role-holders" search={{ 'filter[id]': ids.join(',') } as never} />}>
            {labels.role(role)} {format.number(holders)}
          </Anchor>
        ))}
      </Group>
    </Part>
  );
} // prettier-ignore

function Courses({ stands: { courses } }: { stands: SiteStands }) {
  const t = useSiteWords();
  return (
    <Part title={t('site_page.stands.train')} hint={t('site_page.stands.train_hint')} empty={courses.length === 0 ? t('site_page.stands.train_none') : undefined}>
      <Table verticalSpacing={5} aria-label={t('site_page.stands.train')}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('site_page.stands.course')}</Table.Th><Table.Th ta="right">{t('site_page.stands.done')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {courses.map(({ id, number, title, asked, done, lacking }) => (
            <Table.Tr key={id}>
              <Table.Td><Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('training-courses', number)} />}>{title}</Anchor></Table.Td>
              <Table.Td ta="right">
                <Text size="sm">{t('site_page.counts', { count: done, of: asked })}</Text>
                {lacking.length > 0 && (
                  <Anchor size="xs" renderRoot={(p) => <Link {...p} to="/people" search={{ 'filter[id]': lacking.join(',') } as never} />}>{t('site_page.stands.lacking', { count: asked - done })}</Anchor>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
} // prettier-ignore

function Processes({ stands: { processes } }: { stands: SiteStands }) {
  const t = useSiteWords();
  const format = useFormat();
  return (
    <Part title={t('site_page.stands.processes')} hint={t('site_page.stands.processes_hint')} empty={processes.length === 0 ? t('site_page.stands.processes_none') : undefined}>
      <Table verticalSpacing={5} aria-label={t('site_page.stands.processes')}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('site_page.stands.process')}</Table.Th><Table.Th ta="right">{t('site_page.stands.count')}</Table.Th><Table.Th ta="right">{t('site_page.stands.last')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {processes.toSorted((a, b) => b.n - a.n).map(({ id, number, title, clause, type, n, last }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('sms-processes', number)} />}>{title}</Anchor>{' '}
                <Text size="xs" c="dimmed" span>{clause}</Text>
              </Table.Td>
              <Table.Td ta="right">
                {type === null ? <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{t('site_page.stands.not_counted')}</Text>
                  : n === 0 ? <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{t('site_page.stands.not_run')}</Text>
                  : <Text size="sm">{format.number(n)}</Text>}
              </Table.Td>
              <Table.Td ta="right"><Text size="sm" style={{ whiteSpace: 'nowrap' }}>{last === null ? '' : format.date(last)}</Text></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
} // prettier-ignore

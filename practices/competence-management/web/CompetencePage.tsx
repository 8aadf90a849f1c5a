import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useCompetenceWords, useGuidance, useOverview, type Overview } from './competence.web.ts';

type One = Overview['items'][number];
const tones = {
  competent: 'teal',
  gap: 'orange',
  unassessed: 'gray',
  lapsed: 'orange',
  no_profile: 'gray',
} as const;
type Standing = keyof typeof tones;

function standingOf({ profile, assessment, validUntil, mandatory }: One, today: string): Standing {
  if (profile === null) return 'no_profile';
  if (assessment === null) return 'unassessed';
  if (validUntil === null || validUntil < today) return 'lapsed';
  return mandatory > 0 ? 'gap' : 'competent';
}

const registers = [
  'competence-profile', 'competence', 'competence-assessment', 'competence-gap', 'competence-record', 'training-course',
  'training-session', 'training-quiz', 'quiz-attempt', 'awareness-campaign',
]; // prettier-ignore

/** 7.2 on one page: every role that is held, by whom, and whether they are known to be able. */
export default function CompetencePage() {
  const t = useCompetenceWords();
  const guidance = useGuidance('overview');
  const overview = useOverview();
  useEffect(() => {
    document.title = `${t('competence_page.title')} · Servanda`;
  }, [t]);
  if (overview.isError) return <ErrorState error={overview.error} retry={() => void overview.refetch()} />;
  if (overview.isPending) return <Loading minHeight={420} />;
  const { items, today } = overview.data;
  return (
    <Stack p="md" gap="sm" maw={1280}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">{t('competence_page.title')}</Title>
          <Text size="sm" c="dimmed">{t('competence_page.hint')}</Text>
        </div>
      </Group>
      <Registers />
      <Tiles items={items} today={today} />
      <Guidance {...guidance} />
      <ByRole items={items} today={today} />
    </Stack>
  );
} // prettier-ignore

function Registers() {
  const t = useCompetenceWords();
  const labels = useLabels();
  const { types } = useMeta();
  const shown = registers.flatMap((type) => types.find((one) => one.type === type && one.visible === true) ?? []);
  return (
    <Group component="nav" gap={6} aria-label={t('competence_page.registers')}>
      {shown.map(({ type, plural }) => (
        <Button key={type} variant="default" size="compact-sm" renderRoot={(p) => <Link {...p} to={paths.queue(plural)} />}>
          {labels.plural(type)}
        </Button>
      ))}
    </Group>
  );
} // prettier-ignore

function Tiles({ items, today }: Overview) {
  const t = useCompetenceWords();
  const format = useFormat();
  const n = (...wanted: readonly Standing[]) => items.filter((one) => wanted.includes(standingOf(one, today))).length;
  const share = (k: number) => (items.length === 0 ? '—' : `${format.number(Math.round((k / items.length) * 100))} %`);
  const mandatory = items.reduce((sum, one) => sum + one.mandatory, 0);
  const tiles = [
    [t('competence_page.roles_held'), format.number(items.length), ''],
    [t('competence_page.competent'), share(n('competent')), `${n('competent')} / ${items.length}`],
    [t('competence_page.assessed'), share(n('competent', 'gap')), `${n('competent', 'gap')} / ${items.length}`],
    [t('competence_page.gaps'), format.number(items.reduce((sum, one) => sum + one.open, 0)), t('competence_page.mandatory', { count: mandatory })],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {tiles.map(([name, value, below]) => (
        <Paper key={name} p="md">
          <Text size="sm" c="dimmed">{name}</Text>
          <Text fz={26} fw={650} lh={1.2}>{value}</Text>
          <Text size="xs" c="dimmed" mih={17}>{below}</Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
} // prettier-ignore

function ByRole({ items, today }: Overview) {
  const t = useCompetenceWords();
  const labels = useLabels();
  const roles = [...Map.groupBy(items, ({ role }) => role)];
  return (
    <Paper p="md" component="section" aria-label={t('competence_page.by_role')}>
      <Title order={2} size="h5" mb="sm">{t('competence_page.by_role')}</Title>
      {roles.length === 0 && <Text size="sm" c="dimmed">{t('competence_page.nobody')}</Text>}
      <Stack gap="lg">
        {roles.map(([role, holders]) => (
          <div key={role}>
            <Group gap={8} mb={4}>
              <Text fw={600} size="sm">{labels.option('role-holder', 'role', role)}</Text>
              <Profile role={role} number={holders[0]?.profile ?? null} />
            </Group>
            <Holders items={holders} today={today} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
} // prettier-ignore

function Profile({ role, number }: { role: string; number: string | null }) {
  const t = useCompetenceWords();
  const { types } = useMeta();
  const mayMake = types.find(({ type }) => type === 'competence-profile')?.create.allowed === true;
  if (number !== null)
    return <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.record('competence-profiles', number)} />}>{number}</Anchor>;
  return (
    <>
      <Text size="xs" c="dimmed">{t('competence_page.no_profile')}</Text>
      {mayMake && (
        <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.create('competence-profiles')} search={{ role } as never} />}>
          {t('competence_page.make_profile')}
        </Anchor>
      )}
    </>
  );
} // prettier-ignore

function Holders({ items, today }: Overview) {
  const t = useCompetenceWords();
  const format = useFormat();
  const { types } = useMeta();
  const mayAssess = types.find(({ type }) => type === 'competence-assessment')?.create.allowed === true;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table layout="fixed" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{t('competence_page.person')}</Table.Th>
            <Table.Th w="24%">{t('competence_page.standing')}</Table.Th>
            <Table.Th w="18%">{t('competence_page.valid')}</Table.Th>
            <Table.Th w="10%">{t('competence_page.open_gaps')}</Table.Th>
            <Table.Th w="14%" aria-label={t('competence_page.assess')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => {
            const standing = standingOf(one, today);
            return (
              <Table.Tr key={one.personId}>
                <Table.Td><Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('people', one.personNumber)} />}>{one.person}</Anchor></Table.Td>
                <Table.Td><Badge color={tones[standing]}>{t(`competence_page.state.${standing}`)}</Badge></Table.Td>
                <Table.Td>
                  {one.assessment !== null && one.validUntil !== null && (
                    <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('competence-assessments', one.assessment ?? '')} />}>{format.day(one.validUntil)}</Anchor>
                  )}
                </Table.Td>
                <Table.Td>
                  {one.open > 0 && (
                    <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.queue('competence-gaps', { 'filter[personId]': one.personId, 'filter[open]': 'true' })} />}>{one.open}</Anchor>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {mayAssess && one.profile !== null && standing !== 'competent' && (
                    <Button size="compact-xs" variant="light" renderRoot={(p) => <Link {...p} to={paths.create('competence-assessments')} search={{ personId: one.personId, role: one.role } as never} />}>
                      {t('competence_page.assess')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

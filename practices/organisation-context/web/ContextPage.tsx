import {
  Anchor,
  Badge,
  Blockquote,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useContextWords, useGuidance, useOverview } from './context.web.ts';
import { Presets } from './Presets.tsx';

type Data = NonNullable<ReturnType<typeof useOverview>['data']>;

/** Clause 4 and the obligations on one page: what is there, what is overdue, what is still to be answered. */
export default function ContextPage() {
  const t = useContextWords();
  const guidance = useGuidance('context');
  const overview = useOverview();
  useEffect(() => {
    document.title = `${t('context_page.title')} · Servanda`;
  }, [t]);
  if (overview.isError) return <ErrorState error={overview.error} retry={() => void overview.refetch()} />;
  if (overview.isPending) return <Loading minHeight={420} />;
  const { data } = overview;
  return (
    <Stack p="md" gap="sm" maw={1280}>
      <div>
        <Title order={1} size="h3">{t('context_page.title')}</Title>
        <Text size="sm" c="dimmed">{t('context_page.hint')}</Text>
      </div>
      <Guidance {...guidance} />
      <ScopeCard data={data} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Card title={t('context_issue.plural')} count={data.counts['context-issue']} to="/context-issues" add={<Presets of="issue" />}>
          <Shares shares={[['external', t('context_issue.option.side.external')], ['internal', t('context_issue.option.side.internal')]]} of={data.sides} />
        </Card>
        <ClimateCard data={data} />
        <Card title={t('interested_party.plural')} count={data.counts['interested-party']} to="/interested-parties" add={<Presets of="party" />}>
          <Shares shares={(['customers', 'users', 'suppliers', 'employees', 'shareholders'] as const).map((kind) => [kind, t(`interested_party.option.kind.${kind}`)])} of={data.kinds} />
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.queue('party-requirements')} />}>
            {t('context_page.requirements', { count: data.counts['party-requirement']?.open ?? 0 })}
          </Anchor>
        </Card>
        <Card title={t('obligation.plural')} count={data.counts['obligation']} to="/obligations" add={<Presets of="obligation" />}>
          <Shares
            shares={[
              ['compliant', t('obligation.option.result.compliant')], ['partly', t('obligation.option.result.partly')],
              ['not_compliant', t('obligation.option.result.not_compliant')], ['none', t('context_page.not_evaluated')],
            ]}
            of={data.results}
          />
        </Card>
      </SimpleGrid>
    </Stack>
  );
} // prettier-ignore

function Card(props: { title: string; count: { open: number; active: number; overdue: number } | undefined; to: string; add: ReactNode; children: ReactNode }) {
  const t = useContextWords();
  const { open = 0, active = 0, overdue = 0 } = props.count ?? {};
  return (
    <Paper p="md" component="section" aria-label={props.title}>
      <Stack gap="sm" h="100%" justify="space-between">
        <Group justify="space-between">
          <Title order={2} size="h5">{props.title}</Title>
          {overdue > 0 && <Badge color="orange">{t('context_page.overdue', { count: overdue })}</Badge>}
        </Group>
        <Group gap={10} align="baseline">
          <Text fz={26} fw={650} lh={1}>{active}</Text>
          <Text size="sm" c="dimmed">{t('context_page.in_force')}</Text>
          {open > active && <Text size="sm" c="dimmed">{t('context_page.to_decide', { count: open - active })}</Text>}
        </Group>
        {props.children}
        <Group justify="space-between">
          {props.add}
          <Button variant="subtle" rightSection={<IconArrowRight size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={props.to} />}>
            {t('context_page.open')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
} // prettier-ignore

function Shares({ shares, of }: { shares: readonly (readonly [string, string])[]; of: Readonly<Record<string, number>> }) {
  return (
    <Group gap={6}>
      {shares.map(([key, name]) => (
        <Badge key={key} variant={of[key] === undefined ? 'outline' : 'light'} color={of[key] === undefined || key === 'none' ? 'gray' : key === 'not_compliant' ? 'red' : key === 'partly' ? 'orange' : 'teal'}>
          {name} {of[key] ?? 0}
        </Badge>
      ))}
    </Group>
  );
} // prettier-ignore

function ClimateCard({ data: { climate, today } }: { data: Data }) {
  const t = useContextWords();
  const format = useFormat();
  const answered = climate?.relevance != null;
  const late = climate?.dueOn != null && climate.dueOn < today;
  return (
    <Paper p="md" component="section" aria-label={t('context_page.climate')}>
      <Stack gap="sm" h="100%" justify="space-between">
        <Group justify="space-between">
          <Title order={2} size="h5">{t('context_page.climate')}</Title>
          <Badge color={!answered || late ? 'orange' : 'teal'}>
            {climate?.relevance == null ? t('context_page.climate_open') : t(`context_issue.option.relevance.${climate.relevance}`)}
          </Badge>
        </Group>
        {answered ? (
          <>
            <Text size="sm" lineClamp={4}>{climate.rationale}</Text>
            <Text size="xs" c="dimmed">
              {t('context_page.climate_by', { name: climate.by ?? '', date: climate.decidedOn === null ? '' : format.day(climate.decidedOn) })}
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed">{t('context_page.climate_hint')}</Text>
        )}
        <Group justify="flex-end">
          {climate === null ? (
            <Button
              variant="light"
              renderRoot={(p) => <Link {...p} to={paths.create('context-issues')} search={{ factor: 'climate', side: 'external', title: t('context_page.climate_title') } as never} />}
            >
              {t('context_page.climate_ask')}
            </Button>
          ) : (
            <Button variant={answered ? 'subtle' : 'light'} rightSection={<IconArrowRight size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.record('context-issues', climate.number)} />}>
              {answered ? t('context_page.open') : t('context_page.climate_answer')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
} // prettier-ignore

function ScopeCard({ data: { scope, inWork } }: { data: Data }) {
  const t = useContextWords();
  const language = useLanguage();
  const format = useFormat();
  return (
    <Paper p="md" component="section" aria-label={t('scope_statement.plural')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{t('scope_statement.plural')}</Title>
        <Group gap="xs">
          {scope !== null && scope.differences > 0 && <Badge color="orange">{t('context_page.differences', { count: scope.differences })}</Badge>}
          {inWork !== null ? (
            <Button variant="light" renderRoot={(p) => <Link {...p} to={paths.record('scope-statements', inWork)} />}>{t('context_page.scope_in_work', { number: inWork })}</Button>
          ) : (
            <Button variant={scope === null ? 'filled' : 'default'} leftSection={<IconPlus size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('scope-statements')} />}>
              {t('scope_statement.create')}
            </Button>
          )}
        </Group>
      </Group>
      {scope === null ? (
        <Text size="sm" c="dimmed">{t('context_page.scope_none')}</Text>
      ) : (
        <>
          <Blockquote p="sm" my={0}>{scope.statement[language === 'zh-CN' ? 'zh-CN' : 'en']}</Blockquote>
          <Group justify="space-between" mt="xs">
            <Text size="xs" c="dimmed">
              {t('context_page.scope_version', { edition: scope.edition, date: scope.approvedAt === null ? '' : format.dateTime(scope.approvedAt) })}
            </Text>
            <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('scope-statements', scope.number)} />}>{scope.number}</Anchor>
          </Group>
        </>
      )}
    </Paper>
  );
} // prettier-ignore

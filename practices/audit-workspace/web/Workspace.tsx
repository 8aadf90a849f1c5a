import { Alert, Badge, Button, Group, Paper, SimpleGrid, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconEye, IconPackage, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { list, text, type Row } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { inScope, useAuditWords, useEngagement, useRequirements, useStart } from './audit.web.ts';
import { Requirements } from './Requirements.tsx';

const Trails = lazy(() => import('./Trails.tsx'));
const Questions = lazy(() => import('./Questions.tsx'));
const Few = lazy(() => import('./Few.tsx'));

const tabs = ['requirements', 'trails', 'questions', 'samples', 'packs'] as const;

/** Where an auditor begins: scope, period, requirement → evidence → record → trail, questions, samples. */
export default function Workspace() {
  const t = useAuditWords();
  const start = useStart();
  const engagement = useEngagement(start.data?.engagement);
  const requirements = useRequirements();
  const navigate = useNavigate();
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const shown = tabs.find((one) => one === tab) ?? 'requirements';
  useEffect(() => {
    document.title = `${t('audit.title')} · Servanda`;
  }, [t]);
  const failed = start.error ?? engagement.error ?? requirements.error;
  if (failed) return <ErrorState error={failed} />;
  if (!start.data || engagement.data === undefined || !requirements.data) return <Loading minHeight={320} />;
  const audit = engagement.data;
  const scoped = requirements.data.items.filter((r) =>
    inScope(r, audit ? list(audit, 'clauses') : [], audit ? list(audit, 'processes') : []),
  );
  return (
    <Stack gap="sm" p="md">
      <Head audit={audit} />
      <Tabs
        value={shown}
        onChange={(next) => void navigate({ to: '/audit', search: next === 'requirements' ? {} : { tab: next }, replace: true })}
      >
        <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto' }}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>{t(`audit.tab.${one}`)}</Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Suspense fallback={<Loading minHeight={240} />}>
        {shown === 'requirements' && <Requirements items={scoped} />}
        {shown === 'trails' && <Trails start={start.data} audit={audit} />}
        {shown === 'questions' && <Questions items={scoped} audit={audit} mine={start.data.engagement !== null} />}
        {shown === 'samples' && <Few type="audit-sample" />}
        {shown === 'packs' && <Few type="evidence-pack" />}
      </Suspense>
    </Stack>
  );
} // prettier-ignore

function Head({ audit }: { audit: Row | null }) {
  const t = useAuditWords();
  const labels = useLabels();
  const format = useFormat();
  const meta = useMetaType('audit-engagement');
  const samples = useMetaType('audit-sample');
  const packs = useMetaType('evidence-pack');
  const left = audit ? Temporal.Now.plainDateISO().until(text(audit, 'accessTo')).days + 1 : 0;
  const days = (from: string, to: string) => (audit ? `${format.day(text(audit, from))} – ${format.day(text(audit, to))}` : '');
  const named = (key: string) => (audit ? list(audit, key).join(', ') : '');
  const whole = named('clauses') === '' && named('processes') === '';
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">{audit ? audit.title : t('audit.title')}</Title>
          {audit && (
            <Group gap={8} mt={4}>
              <Badge>{labels.option('audit-engagement', 'kind', text(audit, 'kind'))}</Badge>
              <Link to={paths.record('audit-engagements', audit.number)}><Text span size="sm" c="dimmed">{audit.number}</Text></Link>
            </Group>
          )}
        </div>
        <Group gap={8}>
          {samples.create.allowed && (
            <Button leftSection={<IconPlus size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('audit-samples')} />}>
              {t('audit.sample.draw')}
            </Button>
          )}
          {packs.create.allowed && (
            <Button variant="default" leftSection={<IconPackage size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('evidence-packs')} />}>
              {t('audit.pack.make')}
            </Button>
          )}
          {!audit && meta.create.allowed && (
            <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.create('audit-engagements')} />}>{t('audit.plan')}</Button>
          )}
        </Group>
      </Group>
      {audit ? (
        <Paper p="md" component="section" aria-label={audit.title}>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="md">
            <Fact name={t('audit.by')}>{text(audit, 'body') || '–'}</Fact>
            <Fact name={t('audit.period')}>{days('periodFrom', 'periodTo')}</Fact>
            <Fact name={t('audit.access')}>
              {days('accessFrom', 'accessTo')} {left > 0 && <Badge size="sm" variant="light" color={left < 4 ? 'orange' : 'gray'}>{t('audit.days_left', { count: left })}</Badge>}
            </Fact>
            <Fact name={t('audit.clauses')}>{whole ? t('audit.whole') : named('clauses') || '–'}</Fact>
            <Fact name={t('audit.processes')}>{whole ? t('audit.whole') : named('processes') || '–'}</Fact>
          </SimpleGrid>
          <Group gap={6} mt="sm" wrap="nowrap">
            <IconEye size={14} aria-hidden />
            <Text size="xs" c="dimmed">{t('audit.recorded')}{whole ? '' : ` ${t('audit.limited')}`}</Text>
          </Group>
        </Paper>
      ) : (
        <Alert color="gray">{t('audit.none')}</Alert>
      )}
    </>
  );
} // prettier-ignore

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}

import { ActionIcon, Anchor, Badge, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import type { Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { isProblem } from '../../../platform/ui/api.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Actions } from './Actions.tsx';
import { Checks } from './Checks.tsx';
import { Course } from './Course.tsx';
import { Documents } from './Documents.tsx';
import { Note } from './Note.tsx';
import { People } from './People.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import {
  intervalWords,
  useAround,
  useReadinessWords,
  useRequirement,
  type Around,
  type Requirement,
} from './readiness.web.ts';
import { ThemeCards } from './ThemeCards.tsx';
import { signs, toneClass, toneOf, useToneWords } from './tone.ts';
import styles from './readiness.module.css';

/** One requirement: what it asks, what the records answer, what people say, and what is to be done. */
export default function RequirementPage() {
  const { requirement = '' } = useParams({ strict: false });
  const search: Query = useSearch({ strict: false });
  const navigate = useNavigate();
  const days = { from: search['from'], to: search['to'] };
  const found = useRequirement(requirement, days);
  const around = useAround(requirement).data;
  const meta = useMetaType('requirement-assessment');
  const number = found.data?.assessment ?? '';
  const record = useQuery({ ...recordQuery(meta, number), enabled: number !== '' }).data;
  useEffect(() => {
    document.title = `${requirement} · Servanda`;
  }, [requirement]);
  if (found.isError && !isProblem(found.error, 422)) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return found.isError ? <ErrorState error={found.error} /> : <Loading minHeight={480} />;
  const one = found.data;
  return (
    <Stack p="md" gap="sm" className={styles['tones'] ?? ''}>
      <Head one={one} around={around} />
      <div className={styles['body']}>
        <Stack gap="sm">
          <Asked one={one} />
          <Answer one={one} error={found.error} days={days} onDays={(next) => void navigate({ to: '.', search: (before: Query) => ({ ...before, ...next }), replace: true, resetScroll: false })} />
          <Course one={one} />
          <Actions one={one} record={record} typical={around?.typicalGap?.text} />
          <Documents one={one} />
        </Stack>
        <Side one={one} record={record} around={around} />
      </div>
    </Stack>
  );
} // prettier-ignore

function Side({ one, record, around }: { one: Requirement; record: Whole | undefined; around: Around | undefined }) {
  const t = useReadinessWords();
  return (
    <Stack gap="sm">
      <People one={one} record={record} around={around} />
      {around && <ThemeCards around={around} />}
      {one.assessment !== null && (
        <Anchor size="xs" px="md" renderRoot={(p) => <Link {...p} to={paths.record('requirement-assessments', one.assessment ?? '')} />}>
          {t('readiness.one.trail', { number: one.assessment })}
        </Anchor>
      )}
      <Note />
    </Stack>
  );
} // prettier-ignore

function Head({ one, around }: { one: Requirement; around: Around | undefined }) {
  const t = useReadinessWords();
  const step = (to: string | null | undefined, label: string, Icon: typeof IconChevronLeft) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        disabled={to == null}
        {...(to == null ? {} : { component: Link, to: `/readiness/${to}` })}
      >
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/readiness" />}>
          {t('readiness.title')}
        </Anchor>
        <Title order={1} size="h3">
          {one.requirement} {one.title}
        </Title>
      </div>
      <Group gap={4} wrap="nowrap">
        {step(around?.before, t('readiness.one.before'), IconChevronLeft)}
        {step(around?.after, t('readiness.one.after'), IconChevronRight)}
      </Group>
    </Group>
  );
}

function Asked({ one }: { one: Requirement }) {
  const t = useReadinessWords();
  const language = useLanguage();
  const facts = [
    t(`readiness.phase.${one.phase}`),
    one.process === null ? t('readiness.no_process') : t(`readiness.process.${one.process as 'IM'}`),
    t(`readiness.mode.${one.mode}`),
    ...(one.documented === null ? [] : [t(`readiness.documented.${one.documented}`)]),
    t(`readiness.severity.${one.severity}`),
    t('readiness.one.stage', { stage: one.stage }),
    ...(one.level === null ? [] : [t('readiness.one.level', { level: one.level })]),
    ...(one.interval === null
      ? []
      : [t('readiness.one.interval', { interval: intervalWords(one.interval, language) })]),
  ];
  return (
    <Paper p="md" component="section" aria-label={one.requirement}>
      <Text size="lg" lh={1.5} mb="md">
        {one.text}
      </Text>
      <div className={styles['question']}>
        <Group gap={6} mb={2}>
          <IconMessageQuestion size={15} aria-hidden />
          <Text size="xs" fw={600}>
            {t('readiness.one.question')}
          </Text>
        </Group>
        <Text size="sm">{one.question}</Text>
      </div>
      <Group gap={6} mt="md">
        {facts.map((fact) => (
          <Badge key={fact} color="gray" fw={500}>
            {fact}
          </Badge>
        ))}
      </Group>
    </Paper>
  );
}

function Answer(props: {
  readonly one: Requirement;
  readonly error: unknown;
  readonly days: { readonly from: string | undefined; readonly to: string | undefined };
  readonly onDays: (days: { from: string | undefined; to: string | undefined }) => void;
}) {
  const { one, error, days, onDays } = props;
  const t = useReadinessWords();
  const name = useToneWords();
  const tone = toneOf(one);
  return (
    <Paper p="md" component="section" aria-label={t('readiness.one.answer')}>
      <Group justify="space-between" gap="xs" mb="sm" align="flex-start">
        <Group gap={10}>
          <span className={`${styles['sign']} ${toneClass(tone)}`} aria-hidden>{signs[tone]}</span>
          <div>
            <Title order={2} size="h5">{t('readiness.one.answer')}</Title>
            <Text size="sm" c="dimmed">{name(tone)}</Text>
          </div>
        </Group>
        {one.way === 'live' && <PeriodPicker days={days} shown={one.period} onChange={onDays} />}
      </Group>
      {error !== null && <ErrorState error={error} />}
      {one.way === 'not_built' && <Text size="sm">{t('readiness.one.not_built')}</Text>}
      {one.way === 'attested' && <Text size="sm" mb={one.checks.length > 0 ? 'sm' : 0}>{t('readiness.one.attested')}</Text>}
      <Checks one={one} />
    </Paper>
  );
} // prettier-ignore

import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { text } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { quizPath, useCompetenceWords, useLearning, type Learning } from './competence.web.ts';

type Course = Learning['courses'][number];

/** What my roles need, what I have learnt, and what I am asked to know. */
export default function MyLearning() {
  const t = useCompetenceWords();
  const learning = useLearning();
  useEffect(() => {
    document.title = `${t('competence_page.learning.title')} · Servanda`;
  }, [t]);
  if (learning.isError) return <ErrorState error={learning.error} retry={() => void learning.refetch()} />;
  if (learning.isPending) return <Loading minHeight={420} />;
  const { courses, campaigns, personId } = learning.data;
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">{t('competence_page.learning.title')}</Title>
        <Text size="sm" c="dimmed">{t('competence_page.learning.hint')}</Text>
      </div>
      <Asked campaigns={campaigns} />
      <Paths courses={courses} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <PointingHere type="competence-gap" field="personId" id={personId} title={t('competence_page.learning.gaps')} none={t('competence_page.learning.none_there')} aside={(row) => text(row, 'dueOn')} />
        <PointingHere
          type="competence-record"
          field="personId"
          id={personId}
          title={t('competence_page.learning.records')}
          none={t('competence_page.learning.none_there')}
          add={{ label: t('competence_page.learning.add_record'), search: { personId, kind: 'certificate' } }}
          aside={(row) => text(row, 'expiresOn')}
        />
      </SimpleGrid>
    </Stack>
  );
} // prettier-ignore

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">{title}</Title>
      {children}
    </Paper>
  );
} // prettier-ignore

function Asked({ campaigns }: Pick<Learning, 'campaigns'>) {
  const t = useCompetenceWords();
  const format = useFormat();
  return (
    <Section title={t('competence_page.learning.asked')}>
      {campaigns.length === 0 && <Text size="sm" c="dimmed">{t('competence_page.learning.asked_none')}</Text>}
      <Stack gap={8}>
        {campaigns.map(({ number, title, dueOn, at }) => (
          <Group key={number} gap={8} wrap="nowrap">
            <Mark done={at !== null} />
            <Anchor size="sm" style={{ flex: 1 }} renderRoot={(p) => <Link {...p} to={paths.record('awareness-campaigns', number)} />}>{title}</Anchor>
            <Text size="xs" c="dimmed">
              {at !== null ? t('competence_page.known_since', { date: format.date(at) }) : dueOn !== null && t('competence_page.learning.due', { date: format.day(dueOn) })}
            </Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
} // prettier-ignore

const Mark = ({ done }: { done: boolean }) =>
  done ? (
    <IconCircleCheck size={17} color="var(--mantine-color-teal-6)" aria-hidden />
  ) : (
    <IconCircleDashed size={17} color="var(--mantine-color-dimmed)" aria-hidden />
  );

function Paths({ courses }: Pick<Learning, 'courses'>) {
  const t = useCompetenceWords();
  const labels = useLabels();
  const groups = [...Map.groupBy(courses, ({ role }) => role)];
  if (groups.length === 0)
    return <Section title={t('competence_page.learning.everybody')}><Text size="sm" c="dimmed">{t('competence_page.learning.none')}</Text></Section>;
  return groups.map(([role, own]) => (
    <Section
      key={role ?? ''}
      title={role === null ? t('competence_page.learning.everybody') : t('competence_page.learning.path', { role: labels.option('role-holder', 'role', role) })}
    >
      <Stack gap={10}>{own.map((course) => <Line key={course.id} course={course} />)}</Stack>
    </Section>
  ));
} // prettier-ignore

function Line({ course }: { course: Course }) {
  const t = useCompetenceWords();
  const labels = useLabels();
  const format = useFormat();
  const { number, title, kind, hours, attendedOn, passedOn, hasQuiz, next } = course;
  const done = hasQuiz ? passedOn !== null : attendedOn !== null;
  const told = [
    ...(attendedOn === null ? [] : [t('competence_page.learning.attended', { date: format.day(attendedOn) })]),
    ...(passedOn === null ? [] : [t('competence_page.learning.passed', { date: format.day(passedOn) })]),
  ];
  return (
    <Group gap={8} wrap="wrap">
      <Mark done={done} />
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('training-courses', number)} />}>{title}</Anchor>
        <Text size="xs" c="dimmed">
          {[labels.option('training-course', 'kind', kind), ...(hours === null ? [] : [t('competence_page.learning.hours', { count: hours })]), ...(told.length === 0 ? [t('competence_page.learning.open')] : told)].join(' · ')}
        </Text>
      </div>
      {next !== null && (
        <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.record('training-sessions', next.number)} />}>
          {t(next.enrolled ? 'competence_page.learning.enrolled' : 'competence_page.learning.next', { at: format.dateTime(next.startsAt) })}
        </Anchor>
      )}
      {hasQuiz && passedOn === null && (
        <Button size="compact-sm" variant="light" renderRoot={(p) => <Link {...p} to={quizPath(number)} />}>{t('competence_page.take_test')}</Button>
      )}
      {passedOn !== null && <Badge color="teal">{t('quiz_attempt.field.passed')}</Badge>}
    </Group>
  );
} // prettier-ignore

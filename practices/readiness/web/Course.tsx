import { Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../platform/ui/format.ts';
import { useReadinessWords, type Requirement } from './readiness.web.ts';
import { toneClass } from './tone.ts';
import styles from './readiness.module.css';

const most = 180;

/** One mark for each day that was evaluated; each opens the map as it was. */
export function Course({ one }: { one: Requirement }) {
  const t = useReadinessWords();
  const format = useFormat();
  const days = one.course.slice(-most);
  const first = days[0];
  const last = days.at(-1);
  return (
    <Paper p="md" component="section" aria-label={t('readiness.one.course')}>
      <Title order={2} size="h5" mb="xs">{t('readiness.one.course')}</Title>
      {!first || !last ? (
        <Text size="sm" c="dimmed">{t('readiness.one.course_none')}</Text>
      ) : (
        <>
          <div className={styles['course']}>
            {days.map((day) => {
              const words = t('readiness.one.course_day', { ...day, day: format.day(day.day), status: t(`readiness.tone.${day.status}`) });
              return (
                <Link key={day.day} to="/readiness" search={{ day: day.day }} title={words} aria-label={words} className={`${styles['day']} ${toneClass(day.status)}`} />
              );
            })}
          </div>
          <Text size="xs" c="dimmed" mt={6}>{first.day === last.day ? format.day(first.day) : `${format.day(first.day)} – ${format.day(last.day)}`}</Text>
        </>
      )}
    </Paper>
  );
} // prettier-ignore

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useEvaluation, useReadinessWords, type ReadinessMap } from './readiness.web.ts';

const DayInput = lazy(async () => ({
  default: (await import('../../../kernel/web/field/DateInputs.tsx')).DayInput,
}));

/** Evaluating again with its progress, and any day before. */
export function Evaluate({ map, onDay }: { map: ReadinessMap; onDay: (day: string | undefined) => void }) {
  const t = useReadinessWords();
  const { run, running, start } = useEvaluation();
  const total = run?.total ?? 0;
  return (
    <Group gap="sm" align="flex-end">
      {(running || run?.failure != null) && (
      <Stack gap={4} align="flex-end" aria-live="polite">
        {running && (
          <>
            <Text size="xs" c="dimmed">{total === 0 ? t('readiness.waiting') : t('readiness.evaluating', { done: run?.done ?? 0, total })}</Text>
            <Progress
              w={190}
              size="sm"
              animated
              value={total === 0 ? 4 : Math.max(4, ((run?.done ?? 0) * 100) / total)}
              aria-label={t('readiness.evaluate')}
            />
          </>
        )}
        {!running && run?.failure != null && (
          <Text size="xs" c="red" role="alert" maw={320}>{t('readiness.run_failed', { why: run.failure })}</Text>
        )}
      </Stack>
      )}
      <Suspense fallback={<span style={{ width: 150 }} />}>
        <div style={{ width: 150 }}>
          <DayInput label={t('readiness.day')} value={map.past ? map.day : ''} onChange={(day) => onDay(day ?? undefined)} />
        </div>
      </Suspense>
      <Button size="sm" leftSection={<IconRefresh size={15} aria-hidden />} loading={running} onClick={start}>
        {t('readiness.evaluate')}
      </Button>
    </Group>
  );
} // prettier-ignore

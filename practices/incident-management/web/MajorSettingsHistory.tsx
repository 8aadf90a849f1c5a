import { Paper, Stack, Text, Title } from '@mantine/core';
import { useT } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Criterion } from '../major.settings.ts';
import { useCriterion, useMajorWords } from './major.web.ts';

export type Values = {
  readonly criteria: readonly Criterion[];
  readonly informManagement: { readonly first: number; readonly again: number };
  readonly updateEveryMinutes: number;
  readonly reviewWithin: { readonly workingDays: number; readonly calendarId: string | null };
};

export type Change = {
  readonly at: string;
  readonly key: keyof Values;
  readonly version: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
};

/** Who changed what when, as the trail keeps it. */
export function MajorSettingsHistory({ changes }: { changes: readonly Change[] }) {
  const t = useMajorWords();
  const ui = useT();
  const format = useFormat();
  const inWords = useInWords();
  return (
    <Paper p="md" component="section" aria-label={t('major.settings.history')}>
      <Title order={2} size="h5" mb="sm">
        {t('major.settings.history')}
      </Title>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('major.settings.never_changed')}
        </Text>
      )}
      <Stack gap="sm">
        {changes.map((change) => (
          <div key={`${change.key}${change.version}`}>
            <Text size="sm">
              <b>{change.by?.name ?? ui('timeline.software')}</b> · {t(`major.settings.part.${change.key}`)} ·{' '}
              {t('major.settings.version', { version: change.version })}
            </Text>
            <Text size="xs" c="dimmed" title={format.full(change.at)}>
              {format.dateTime(change.at)}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {inWords(change.key, change.before)} → {inWords(change.key, change.after)}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

/** A value as people say it; what was written by another version of the software is shown as it is. */
function useInWords() {
  const t = useMajorWords();
  const criterion = useCriterion();
  return (key: keyof Values, value: unknown): string => {
    if (key === 'criteria' && Array.isArray(value))
      return value.map((one) => criterion(one as Criterion)).join(' / ');
    if (key === 'updateEveryMinutes') return t('major.settings.said.every', { minutes: Number(value) });
    if (key === 'informManagement') {
      const { first, again } = value as Values['informManagement'];
      return t('major.settings.said.inform', { first, again });
    }
    if (key === 'reviewWithin')
      return t('major.settings.said.review', { days: (value as Values['reviewWithin']).workingDays });
    return JSON.stringify(value);
  };
}

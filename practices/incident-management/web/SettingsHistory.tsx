import { Paper, Stack, Text, Title } from '@mantine/core';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { PriorityMatrix } from '../incident.priority.ts';
import { useDeskWords } from './desk.web.ts';
import type { Change, Values } from './settings.web.ts';

/** Who changed what when, as the trail keeps it. */
export function SettingsHistory({
  changes,
  ladder,
}: {
  changes: readonly Change[];
  ladder: readonly string[];
}) {
  const t = useDeskWords();
  const ui = useT();
  const format = useFormat();
  const said = useSaid(ladder);
  return (
    <Paper p="md" component="section" aria-label={t('incident_rules.history')}>
      <Title order={2} size="h5" mb="sm">
        {t('incident_rules.history')}
      </Title>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('incident_rules.never')}
        </Text>
      )}
      <Stack gap="sm">
        {changes.map((change) => (
          <div key={`${change.key}${change.version}`}>
            <Text size="sm">
              <b>{change.by?.name ?? ui('timeline.software')}</b> · {t(`incident_rules.part.${change.key}`)} ·{' '}
              {t('incident_rules.version', { version: change.version })}
            </Text>
            <Text size="xs" c="dimmed" title={format.full(change.at)}>
              {format.dateTime(change.at)}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {said(change.key, change.before)} → {said(change.key, change.after)}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

/** A value as people say it. */
function useSaid(ladder: readonly string[]) {
  const t = useDeskWords();
  const labels = useLabels();
  const rung = (level: number) => labels.role(ladder[level - 1] ?? '');
  const days = (n: number) => `${n} ${t('incident_rules.days')}`;
  return (key: keyof Values, value: unknown): string => {
    const all = { [key]: value } as unknown as Values;
    switch (key) {
      case 'priorityMatrix': {
        const { matrix, customers } = value as PriorityMatrix;
        const rows = matrix.map((row) => row.map((n) => `P${n}`).join(' ')).join(' / ');
        const own = Object.keys(customers).length;
        return own === 0 ? rows : `${rows} (+${own})`;
      }
      case 'escalateAt':
        return `${all.escalateAt.warned.percent} % ${rung(all.escalateAt.warned.level)}, 100 % ${rung(all.escalateAt.breached.level)}`;
      case 'handOverHours':
        return `${all.handOverHours} ${t('incident_rules.hours')}`;
      case 'reopenDays':
        return days(all.reopenDays);
      case 'autoClose':
        return `${all.autoClose.noticesAfter.join(', ')} → ${all.autoClose.workingDays} ${t('incident_rules.working_days')}`;
      case 'pauseDays':
        return `${days(all.pauseDays.usual)} – ${days(all.pauseDays.most)}`;
      case 'repeats':
        return `${all.repeats.count} / ${days(all.repeats.days)}`;
    }
  };
}

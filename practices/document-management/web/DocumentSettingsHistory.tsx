import { Paper, Stack, Text, Title } from '@mantine/core';
import { useT } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { levels, useRoleNames, useSettingsWords, type Change, type Values } from './settings.web.ts';

/** Who changed what when, as the trail keeps it. */
export function DocumentSettingsHistory({ changes }: { changes: readonly Change[] }) {
  const t = useSettingsWords();
  const ui = useT();
  const format = useFormat();
  const inWords = useInWords();
  return (
    <Paper p="md" component="section" aria-label={t('document_settings.history')}>
      <Title order={2} size="h5" mb="sm">{t('document_settings.history')}</Title>
      {changes.length === 0 && <Text size="sm" c="dimmed">{t('document_settings.never_changed')}</Text>}
      <Stack gap="sm">
        {changes.map((change) => (
          <div key={`${change.key}${change.version}`}>
            <Text size="sm">
              <b>{change.by?.name ?? ui('timeline.software')}</b> · {t(`document_settings.part.${change.key}`)} ·{' '}
              {t('document_settings.version', { version: change.version })}
            </Text>
            <Text size="xs" c="dimmed" title={format.full(change.at)}>{format.dateTime(change.at)}</Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {inWords(change.key, change.before)} → {inWords(change.key, change.after)}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
} // prettier-ignore

/** A value as people say it; of the levels, each with its roles. */
function useInWords() {
  const t = useSettingsWords();
  const named = useRoleNames();
  return (key: keyof Values, value: unknown): string => {
    if (key === 'approval') {
      const all = value as Values['approval'];
      const list = (roles: readonly string[]) => roles.map(named).join(', ') || t('document_settings.nobody');
      return levels
        .map((level) => `${t('document_settings.level', { level })}: ${list(all[level].review)} / ${list(all[level].approve)}`)
        .join('; ');
    }
    if (key === 'reviewNotice') {
      const { ahead, again } = value as Values['reviewNotice'];
      return t('document_settings.notice', { ahead, again });
    }
    return String(value);
  };
} // prettier-ignore

import { Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useT } from '../words.ts';

type Presets = {
  readonly issues: readonly string[];
  readonly obligations: readonly string[];
  readonly promises: readonly {
    readonly priority: number;
    readonly respond: number;
    readonly resolve: number;
  }[];
};
const most = 3;
const minuteMs = 60_000;

/** What this kind of organisation begins with: seen before it is chosen. */
export function SectorPreview({ sector }: { readonly sector: string }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const found = useQuery({
    queryKey: ['organisation-kind', 'presets', sector, language],
    queryFn: ({ signal }) => api.get<Presets>(`/organisation-kind/presets${writeQuery({ sector })}`, signal),
  });
  if (!found.data) return null;
  const { issues, obligations, promises } = found.data;
  const [first] = promises;
  const named = (titles: readonly string[]) => titles.slice(0, most).join(' · ');
  return (
    <Paper p="sm" withBorder aria-live="polite">
      <Stack gap={4}>
        <Text size="sm" fw={550}>
          {t('setup.begins_with')}
        </Text>
        <Text size="xs">{t('setup.begins_issues', { count: issues.length, names: named(issues) })}</Text>
        <Text size="xs">
          {t('setup.begins_obligations', { count: obligations.length, names: named(obligations) })}
        </Text>
        {first && (
          <Text size="xs">
            {t('setup.begins_promise', {
              respond: format.hours(first.respond * minuteMs),
              resolve: format.hours(first.resolve * minuteMs),
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

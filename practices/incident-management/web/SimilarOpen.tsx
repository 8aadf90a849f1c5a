import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListPage, Row } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/en.ts';

const asked = 4;
const shown = 6;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a title that say most: long ones first, and of Chinese those of two characters or more. */
function telling(title: string): string[] {
  const found = [...segmenter.segment(title.toLowerCase())]
    .filter(
      (s) =>
        s.isWordLike && (/\p{Script=Han}/u.test(s.segment) ? s.segment.length > 1 : s.segment.length > 3),
    )
    .map((s) => s.segment);
  return [...new Set(found)].sort((a, b) => b.length - a.length).slice(0, asked);
}

/** Open incidents that share words with what is being typed: perhaps it has been reported already. */
export function SimilarOpen({ title, serviceId }: { title: string; serviceId: string | undefined }) {
  const t = useWords<typeof words>();
  const format = useFormat();
  const meta = useMetaType('incident');
  const [typed] = useDebouncedValue(title.trim(), 350);
  const wanted = telling(typed);
  const found = useQuery({
    queryKey: [...keys.lists('incident'), 'like', wanted],
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    // A list needs every word at once; two titles of one fault rarely share all.
    queryFn: async ({ signal }) => {
      const of = (word: string) =>
        api.get<ListPage>(
          `/incidents${writeQuery({ 'filter[open]': 'true', 'filter[q]': word, limit: 20 })}`,
          signal,
        );
      return (await Promise.all(wanted.map(of))).map((page) => page.items);
    },
  });
  const best = wanted.length === 0 ? [] : ranked(found.data ?? [], serviceId);
  if (best.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('incident.similar_open')} aria-live="polite">
      <Title order={2} size="h5">
        {t('incident.similar_open')}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        {t('incident.similar_hint')}
      </Text>
      <Stack gap={10}>
        {best.map((row) => (
          <div key={row.id}>
            <Anchor
              size="sm"
              href={paths.record('incidents', row.number)}
              // In another tab: what is half written here stays.
              target="_blank"
              rel="noreferrer"
              lineClamp={2}
            >
              {row.title}
            </Anchor>
            <Group gap={6}>
              <Text size="xs" c="dimmed">
                {row.number} · {format.ago(row.createdAt)}
              </Text>
              <StateBadge meta={meta} state={row.state} size="sm" />
            </Group>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

/** Those that share most words first; of equals, those of the same service, then the latest. */
function ranked(lists: readonly (readonly Row[])[], serviceId: string | undefined): Row[] {
  const score = new Map<string, number>();
  const rows = new Map(lists.flat().map((row) => [row.id, row]));
  for (const { id } of lists.flat()) score.set(id, (score.get(id) ?? 0) + 1);
  const of = (row: Row) =>
    (score.get(row.id) ?? 0) + (serviceId !== undefined && row.serviceId === serviceId ? 0.5 : 0);
  return [...rows.values()]
    .sort((a, b) => of(b) - of(a) || b.createdAt.localeCompare(a.createdAt))
    .slice(0, shown);
}

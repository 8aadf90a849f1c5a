import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { text, value, type ListPage } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { filterKey } from '../../../kernel/web/queue/query.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { DistributionBar } from './Distribution.tsx';
import { useResults, useSatisfactionWords } from './results.ts';

/** A cause may have annoyed people for years: all of them count. */
const everSince = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

/** Beside a problem or known error: how satisfied those were who met it (capability 110), and what they said last. */
export default function ProblemSatisfaction({ record }: BesideProps) {
  const t = useSatisfactionWords();
  const format = useFormat();
  const results = useResults(everSince, { [filterKey('problemId')]: record.id });
  const total = results.data?.total;
  if (!total) return null;
  const { asked, answers, satisfied, satisfiedAnswers, score } = total;
  return (
    <Panel title={t('satisfaction.of_problem')}>
      {asked.n === 0 ? (
        <Text size="sm" c="dimmed">
          {t('satisfaction.nobody')}
        </Text>
      ) : (
        <Stack gap={8}>
          {satisfied !== null && score !== null && (
            <Group justify="space-between" gap="xs">
              <Anchor
                size="sm"
                fw={600}
                renderRoot={(p) => <Link {...p} {...recordsLink(satisfiedAnswers.records)} />}
              >
                {t('satisfaction.csat', {
                  share: format.percent(satisfied / 100),
                  n: satisfiedAnswers.n,
                  answers: answers.n,
                })}
              </Anchor>
              <DistributionBar result={total} />
            </Group>
          )}
          <Text size="xs" c="dimmed">
            {score !== null && `${t('satisfaction.mean', { score: score.toFixed(1) })} · `}
            <Anchor size="xs" renderRoot={(p) => <Link {...p} {...recordsLink(asked.records)} />}>
              {t('satisfaction.responded', { n: asked.n, answers: answers.n })}
            </Anchor>
          </Text>
          {answers.n > 0 && <Remarks problemId={record.id} />}
        </Stack>
      )}
    </Panel>
  );
}

const shown = 3;

function Remarks({ problemId }: { problemId: string }) {
  const t = useSatisfactionWords();
  const labels = useLabels();
  const page = useQuery({
    queryKey: [...keys.lists('rating'), 'said', problemId],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/ratings${writeQuery({ [filterKey('problemId')]: problemId, limit: 50, sort: '-updatedAt' })}`,
        signal,
      ),
  });
  const said = (page.data?.items ?? []).filter((row) => text(row, 'remark') !== '').slice(0, shown);
  if (said.length === 0) return null;
  return (
    <Stack gap={6}>
      <Text size="xs" fw={600}>
        {t('satisfaction.said')}
      </Text>
      {said.map((row) => (
        <div key={row.id}>
          <Text size="sm" lineClamp={3}>
            {text(row, 'remark')}
          </Text>
          <Text size="xs" c="dimmed">
            <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.record('ratings', row.number)} />}>
              {row.number}
            </Anchor>
            {` · ${labels.option('rating', 'score', Number(value(row, 'score')))}`}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

import { Anchor, Group, Progress, Stack, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Result } from './results.ts';

/** From very dissatisfied to very satisfied; told by words and numbers too, never by colour alone. */
const colors = ['red.7', 'orange.6', 'gray.5', 'teal.5', 'teal.8'] as const;

/** How many gave each score, the best first; every row opens its ratings. */
export function Distribution({ result }: { result: Result }) {
  const labels = useLabels();
  const format = useFormat();
  const { distribution, answers } = result;
  const rows = distribution.map((counted, i) => ({ ...counted, score: i + 1, color: colors[i] ?? 'gray.5' }));
  return (
    <Stack gap={10}>
      {rows.toReversed().map(({ score, n, records, color }) => {
        const name = labels.option('rating', 'score', score);
        const share = answers.n === 0 ? 0 : n / answers.n;
        return (
          <Group key={score} gap="sm" wrap="nowrap">
            <Text size="sm" w={150} style={{ flexShrink: 0 }}>
              {name}
            </Text>
            <Progress value={share * 100} color={color} size="lg" style={{ flex: 1 }} aria-label={name} />
            <Anchor
              size="sm"
              w={92}
              ta="right"
              style={{ flexShrink: 0 }}
              renderRoot={(p) => <Link {...p} {...recordsLink(records)} />}
            >
              {`${format.number(n)} · ${format.percent(share)}`}
            </Anchor>
          </Group>
        );
      })}
    </Stack>
  );
}

/** The same in one line of a table. */
export function DistributionBar({ result }: { result: Result }) {
  const labels = useLabels();
  const { distribution, answers } = result;
  if (answers.n === 0) return null;
  const told = distribution.map(({ n }, i) => `${labels.option('rating', 'score', i + 1)}: ${n}`).join(', ');
  return (
    <Tooltip label={told} multiline maw={260}>
      <Progress.Root size="md" w={140} role="img" aria-label={told}>
        {distribution.map(({ n }, i) => (
          <Progress.Section
            key={colors[i]}
            value={(n / answers.n) * 100}
            color={colors[i] ?? 'gray.5'}
            withAria={false}
          />
        ))}
      </Progress.Root>
    </Tooltip>
  );
}

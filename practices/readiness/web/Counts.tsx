import { Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useFormat } from '../../../platform/ui/format.ts';
import { useReadinessWords, type Item } from './readiness.web.ts';
import { toneClass, toneOf, tones, useToneWords } from './tone.ts';
import styles from './readiness.module.css';

/** How many requirements are answered how; each number shows its own on the map. */
export function Counts(props: {
  readonly items: readonly Item[];
  readonly chosen: string | undefined;
  readonly onChoose: (tone: string | undefined) => void;
}) {
  const { items, chosen, onChoose } = props;
  const t = useReadinessWords();
  const format = useFormat();
  const name = useToneWords();
  const by = Map.groupBy(items, toneOf);
  const counted = tones.map((tone) => ({ tone, n: by.get(tone)?.length ?? 0 })).filter(({ n }) => n > 0);
  const good = (by.get('met')?.length ?? 0) + (by.get('confirmed')?.length ?? 0);
  return (
    <Paper p="md" component="section" aria-label={t('readiness.requirements', { count: items.length })}>
      <Stack gap="sm" h="100%" justify="space-between">
        <Group gap={10} align="baseline">
          <span className={styles['big']}>{format.number(good)}</span>
          <Text c="dimmed">{t('readiness.met_of', { count: items.length })}</Text>
        </Group>
        <div className={styles['band']} role="img" aria-label={counted.map(({ tone, n }) => `${name(tone)}: ${n}`).join(', ')}>
          {counted.map(({ tone, n }) => (
            <span key={tone} className={toneClass(tone)} style={{ flexGrow: n }} />
          ))}
        </div>
        <Group gap={4}>
          {counted.map(({ tone, n }) => (
            <UnstyledButton
              key={tone}
              className={styles['count'] ?? ''}
              aria-pressed={chosen === tone}
              onClick={() => onChoose(chosen === tone ? undefined : tone)}
            >
              <span className={`${styles['swatch']} ${toneClass(tone)}`} aria-hidden />
              <b>{n}</b> {name(tone)}
            </UnstyledButton>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
} // prettier-ignore

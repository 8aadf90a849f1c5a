import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useT } from './asset.web.ts';
import { Qr } from './Qr.tsx';
import styles from './asset.module.css';

const counters = [
  ['foundCount', 'teal'],
  ['elsewhereCount', 'orange'],
  ['missingCount', 'red'],
  ['unexpectedCount', 'grape'],
] as const;

/** How far the counting is, and how well the register fits what is there: found ÷ (expected + not expected). */
export function StockTakeProgress({ record }: { record: Whole }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const of = (key: string) => Number(value(record, key) ?? 0);
  const expected = of('expectedCount');
  const all = expected + of('unexpectedCount');
  const counted = record.state !== 'counting';
  const open = of('openDifferences');
  return (
    <Paper p="md" component="section" aria-label={t('asset_pages.progress')}>
      <dl className={styles['figures']}>
        <div>
          <dt>{labels.field('stock-take', 'expectedCount')}</dt>
          <dd>{format.number(expected)}</dd>
        </div>
        {counters.map(([key, tone]) => (
          <div key={key} data-tone={of(key) > 0 && tone !== 'grape' ? tone : undefined}>
            <dt>{labels.field('stock-take', key)}</dt>
            <dd>{format.number(of(key))}</dd>
          </div>
        ))}
        <div data-tone={open > 0 ? 'orange' : undefined}>
          <dt>{labels.field('stock-take', 'openDifferences')}</dt>
          <dd>{format.number(open)}</dd>
        </div>
        {counted && all > 0 && (
          <div>
            <dt>{t('asset_pages.accuracy')}</dt>
            <dd>{format.percent(of('foundCount') / all)}</dd>
          </div>
        )}
      </dl>
      <Progress.Root size="md" mt="sm" role="img" aria-label={t('asset_pages.progress')}>
        {counters.map(([key, tone]) => (
          <Progress.Section
            key={key}
            value={all === 0 ? 0 : (of(key) / all) * 100}
            color={tone}
            withAria={false}
          />
        ))}
      </Progress.Root>
    </Paper>
  );
}

/** The way from the desk to the shelves: a code that opens the counting page on a phone. */
export function PhoneCard({ record }: { record: Whole }) {
  const t = useT();
  const labels = useLabels();
  const to = `${paths.record('stock-takes', record.number)}/count`;
  return (
    <Paper p="md" component="section" aria-label={t('asset_pages.phone')}>
      <Title order={2} size="h5" mb="xs">
        {t('asset_pages.phone')}
      </Title>
      <Group wrap="nowrap" gap="md" align="flex-start">
        <Qr text={`${location.origin}${to}`} label={t('asset_pages.phone')} size={104} />
        <Stack gap="xs" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('asset_pages.phone_hint')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconDeviceMobile size={15} aria-hidden />}
            renderRoot={(props) => <Link {...props} to={to} />}
          >
            {labels.action('stock-take', 'count')}
          </Button>
        </Stack>
      </Group>
    </Paper>
  );
}

import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import {
  toneOf,
  usePageWords,
  useSupport,
  type SupportFigure,
  type SupportLine,
  type SupportPanel,
} from './pages.web.ts';

const requirements = ['7.1-a', '7.2-a', '7.3-a', '7.4-a', '7.5.1-a'];

/** Clause 7 as five panels, each with what there is, what is missing and what is due. */
export default function SupportPage() {
  const t = usePageWords();
  const found = useSupport();
  useEffect(() => {
    document.title = `${t('support_page.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  const of = (key: 'wants' | 'good' | 'asks') => t(`support_page.guidance.${key}`);
  return (
    <Stack p="md" gap="sm">
      <div>
        <Title order={1} size="h3">{t('support_page.title')}</Title>
        <Text size="sm" c="dimmed">{t('support_page.hint')}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
        {found.data.panels.map((panel) => <PanelCard key={panel.key} panel={panel} />)}
      </SimpleGrid>
      <Guidance wants={of('wants')} good={of('good')} asks={of('asks')} requirements={requirements} />
    </Stack>
  );
} // prettier-ignore

function PanelCard({ panel }: { readonly panel: SupportPanel }) {
  const t = usePageWords();
  const name = t(`support_page.panel.${panel.key}`);
  const { lines, figures, requirements: wanted } = panel;
  const of = (kind: SupportLine['kind']) => lines.filter((line) => line.kind === kind && (kind === 'live' || line.n > 0));
  return (
    <Paper p="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Group gap={8}>
            <Title order={2} size="h5"><Anchor inherit renderRoot={(p) => <Link {...p} to={panel.to} />}>{name}</Anchor></Title>
            <Text size="xs" c="dimmed">{panel.clause}</Text>
          </Group>
          {wanted.of === 0 ? (
            <Text size="xs" c="dimmed">{t('support_page.not_evaluated')}</Text>
          ) : (
            <Badge size="sm" variant="light" color={wanted.lacking.length === 0 ? 'teal' : 'orange'}>{t('support_page.requirements', { met: wanted.met, of: wanted.of })}</Badge>
          )}
        </Group>
        <Lines title={t('support_page.live')} lines={of('live')} />
        <Lines title={t('support_page.missing')} lines={of('missing')} none={wanted.lacking.length === 0 ? t('support_page.nothing_missing') : undefined} color="orange" />
        {wanted.lacking.length > 0 && <Lacking wanted={wanted.lacking} />}
        <Lines title={t('support_page.due')} lines={of('due')} none={t('support_page.nothing_due')} color="red" />
        {figures.length > 0 && <Figures figures={figures} />}
      </Stack>
    </Paper>
  );
} // prettier-ignore

type LinesProps = {
  readonly title: string;
  readonly lines: readonly SupportLine[];
  readonly none?: string | undefined;
  readonly color?: string;
};

function Lines({ title, lines, none, color }: LinesProps) {
  const t = usePageWords();
  const format = useFormat();
  return (
    <div>
      <Text size="xs" fw={650} c="dimmed" tt="uppercase" mb={2}>{title}</Text>
      {lines.length === 0 && <Text size="sm" c="dimmed">{none}</Text>}
      <Stack gap={2}>
        {lines.map(({ key, n, records }) => (
          <Group key={key} gap={8} wrap="nowrap" align="baseline">
            <Anchor size="sm" fw={650} ta="right" miw={34} c={color !== undefined && /overdue/.test(key) ? 'red' : color === 'orange' ? 'orange' : ''} renderRoot={(p) => <Link {...p} to={`/${records}`} />}>
              {format.number(n)}
            </Anchor>
            <Text size="sm">{t(`support_page.line.${key}`)}</Text>
          </Group>
        ))}
      </Stack>
    </div>
  );
} // prettier-ignore

const mostLacking = 3;

function Lacking({ wanted }: { readonly wanted: SupportPanel['requirements']['lacking'] }) {
  return (
    <Stack gap={4}>
      {wanted.slice(0, mostLacking).map(({ id, text, status }) => (
        <Group key={id} gap={8} wrap="nowrap" align="baseline">
          <Badge size="sm" variant="light" color={toneOf(status)} style={{ flexShrink: 0 }} renderRoot={(p) => <Link {...p} to={`/readiness/${id}`} />}>{id}</Badge>
          <Text size="xs" lineClamp={2}>{text}</Text>
        </Group>
      ))}
      {wanted.length > mostLacking && <Text size="xs" c="dimmed">+{wanted.length - mostLacking}</Text>}
    </Stack>
  );
} // prettier-ignore

function Figures({ figures }: { readonly figures: readonly SupportFigure[] }) {
  const t = usePageWords();
  const labels = useLabels();
  const format = useFormat();
  const said = ({ value, unit }: SupportFigure) =>
    value === null ? t('support_page.none')
    : unit === 'percent' ? format.percent(value / 100)
    : unit === 'ms' ? format.hours(value)
    : format.number(value);
  return (
    <div>
      <Text size="xs" fw={650} c="dimmed" tt="uppercase" mb={2}>{t('support_page.figures')}</Text>
      <Stack gap={2}>
        {figures.map((figure) => (
          <Group key={figure.key} gap={8} justify="space-between" wrap="nowrap" align="baseline">
            <Text size="sm" title={labels.key(figure.key.replace('.', '.formula.'), '')}>{labels.measure(figure.key)}</Text>
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>{said(figure)} <Text span size="xs" c="dimmed">{t('support_page.n', { n: figure.n })}</Text></Text>
          </Group>
        ))}
      </Stack>
    </div>
  );
} // prettier-ignore

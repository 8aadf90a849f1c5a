import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconCircleDashed, IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { toneOf, useLeadership, usePageWords, type LeadershipItem } from './pages.web.ts';

const looks = {
  fresh: { icon: IconCircleCheck, color: 'teal' },
  old: { icon: IconClockExclamation, color: 'orange' },
  none: { icon: IconCircleDashed, color: 'red' },
} as const;
const worked: Readonly<Record<LeadershipItem['key'], string>> = {
  policy_and_objectives: '/objectives',
  business: '/scope-statements',
  resources: '/resource-needs',
  roles: '/roles',
  communication: '/communications',
  improvement: '/management-reviews',
};
const requirements = ['5.1-a', '5.1-b', '5.1-c', '5.1-f', '5.1-g', '5.1-h'];

/** 5.1: six things that top management does, each with its dated records. */
export default function LeadershipPage() {
  const t = usePageWords();
  const found = useLeadership();
  useEffect(() => {
    document.title = `${t('leadership_page.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  const of = (key: 'wants' | 'good' | 'asks') => t(`leadership_page.guidance.${key}`);
  return (
    <Stack p="md" gap="sm">
      <div>
        <Title order={1} size="h3">{t('leadership_page.title')}</Title>
        <Text size="sm" c="dimmed">{t('leadership_page.hint')}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
        {found.data.items.map((item, i) => <Item key={item.key} item={item} number={i + 1} />)}
      </SimpleGrid>
      <Guidance wants={of('wants')} good={of('good')} asks={of('asks')} requirements={requirements} />
    </Stack>
  );
} // prettier-ignore

function Item({ item, number }: { readonly item: LeadershipItem; readonly number: number }) {
  const t = usePageWords();
  const format = useFormat();
  const labels = useLabels();
  const { icon: Icon, color } = looks[item.state];
  const name = t(`leadership_page.item.${item.key}.name`);
  return (
    <Paper p="md" component="section" aria-label={name} style={{ borderTop: `3px solid var(--mantine-color-${color}-filled)` }}>
      <Stack gap="xs" h="100%">
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Title order={2} size="h5">{number}. {name}</Title>
          <Badge size="sm" variant="light" color={color} leftSection={<Icon size={12} aria-hidden />} style={{ flexShrink: 0 }}>{t(`leadership_page.state.${item.state}`)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">{t(`leadership_page.item.${item.key}.about`)}</Text>
        {item.latest !== null && <Text size="sm" fw={550}>{t('leadership_page.latest', { date: format.day(item.latest) })}</Text>}
        {item.acts.length === 0 && <Text size="sm">{t('leadership_page.none')}</Text>}
        <Stack gap={6}>
          {item.acts.map((act) => (
            <div key={`${act.type}${act.number}`} style={act.byTop ? undefined : { opacity: 0.7 }}>
              <Group gap={8} wrap="nowrap" align="baseline">
                <Text size="xs" c="dimmed" miw={84} style={{ whiteSpace: 'nowrap' }}>{format.day(act.day)}</Text>
                <Anchor size="sm" lineClamp={1} renderRoot={(p) => <Link {...p} to={paths.record(act.plural, act.number)} />}>{act.title}</Anchor>
              </Group>
              <Group gap={6} pl={92}>
                <Text size="xs" c="dimmed">{labels.name(act.type)}{act.by === null ? '' : ` · ${act.by}`}</Text>
                {act.byTop && <Badge size="xs" variant="light" color="teal">{t('leadership_page.by_top')}</Badge>}
              </Group>
            </div>
          ))}
        </Stack>
        <Group gap={6} mt="auto" justify="space-between">
          <Group gap={4}>
            {item.requirements.map(({ id, text, status }) => (
              <Badge key={id} size="sm" variant="light" color={toneOf(status)} title={text} renderRoot={(p) => <Link {...p} to={`/readiness/${id}`} />}>{id}</Badge>
            ))}
          </Group>
          {item.state !== 'fresh' && (
            <Anchor size="sm" renderRoot={(p) => <Link {...p} to={worked[item.key]} />}>
              {t(`leadership_page.item.${item.key}.next`)} <IconArrowRight size={14} aria-hidden style={{ verticalAlign: '-2px' }} />
            </Anchor>
          )}
        </Group>
      </Stack>
    </Paper>
  );
} // prettier-ignore

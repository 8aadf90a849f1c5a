import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconFileZip, IconList, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { useCertificationWords, useGuidance, useOverview } from './certification.web.ts';

/** What the organisation is certified for, what keeps it, and the other register beside it. */
export default function CertificationPage() {
  const t = useCertificationWords();
  const found = useOverview();
  const guidance = useGuidance('certificate');
  const meta = useMetaType('certificate');
  useEffect(() => {
    document.title = `${t('certification_page.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={420} />;
  const { items, day, persons } = found.data;
  const link = (to: string, label: string, icon: typeof IconPlus, variant = 'default') => {
    const Sign = icon;
    return <Button variant={variant} leftSection={<Sign size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={to} />}>{label}</Button>;
  };
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ flex: '1 1 420px' }}>
          <Title order={1} size="h3">{t('certification_page.title')}</Title>
          <Text size="sm" c="dimmed">{t('certification_page.hint')}</Text>
        </div>
        <Group gap={8}>
          {link(paths.queue('certificates'), t('certification_page.all'), IconList)}
          {link(paths.queue('tender-packs'), t('certification_page.tender'), IconFileZip)}
          {link('/certification/year-plan', t('certification_page.plan'), IconCalendarPlus)}
          {meta.create.allowed && link(paths.create('certificates'), t('certification_page.add'), IconPlus, 'filled')}
        </Group>
      </Group>
      {items.length === 0 ? <Paper p="md"><Empty title={t('certification_page.none')} /></Paper> : items.map((kept) => <CertificateCard key={kept.id} kept={kept} day={day} />)}
      {persons !== null && <Persons counts={persons} />}
      <Guidance {...guidance} />
    </Stack>
  );
} // prettier-ignore

const counts = ['valid', 'ending', 'unverified', 'expired'] as const;

function Persons({ counts: found }: { readonly counts: Readonly<Record<(typeof counts)[number], number>> }) {
  const t = useCertificationWords();
  return (
    <Paper p="md" component="section" aria-label={t('certification_page.persons.title')}>
      <Group justify="space-between" gap="sm" mb="xs">
        <div>
          <Title order={2} size="h5">{t('certification_page.persons.title')}</Title>
          <Text size="sm" c="dimmed">{t('certification_page.persons.hint')}</Text>
        </div>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.queue('competence-records', { 'filter[kind]': 'certificate' })} />}>{t('certification_page.persons.open')}</Anchor>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {counts.map((key) => (
          <div key={key}>
            <Text fz={22} fw={650} lh={1.2} c={(key === 'expired' || key === 'ending') && found[key] > 0 ? 'orange' : ''}>{found[key]}</Text>
            <Text size="xs" c="dimmed">{t(`certification_page.persons.${key}`)}</Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
} // prettier-ignore

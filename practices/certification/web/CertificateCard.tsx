import { Alert, Anchor, Badge, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import {
  IconPlayerPause,
  IconShieldCheck,
  IconShieldQuestion,
  IconWorld,
  IconWorldOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Cycle } from './Cycle.tsx';
import { colorOf, daysBetween, useCertificationWords, type Kept } from './certification.web.ts';
import { Differences } from './Differences.tsx';

/** One certificate: what it is, how long it still holds, what keeps it, and where it parts from the scope. */
export function CertificateCard({ kept, day }: { readonly kept: Kept; readonly day: string }) {
  const t = useCertificationWords();
  const format = useFormat();
  const { standing, expiresOn, suspendedUntil, verifiedOn, published } = kept;
  const Compared = verifiedOn === null ? IconShieldQuestion : IconShieldCheck;
  const Public = published ? IconWorld : IconWorldOff;
  return (
    <Paper p="md" component="section" aria-label={kept.title} style={{ borderLeft: `4px solid var(--mantine-color-${colorOf(standing)}-filled)` }}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Group gap={8} mb={2}>
            <Badge color={colorOf(standing)}>{t(`certificate.state.${standing ?? 'preparing'}`)}</Badge>
            <Text size="xs" c="dimmed">{kept.number}</Text>
          </Group>
          <Title order={2} size="h4">
            <Anchor inherit renderRoot={(p) => <Link {...p} to={paths.record('certificates', kept.number)} />}>{kept.title}</Anchor>
          </Title>
          <Text size="sm">{[`${kept.standard}:${kept.edition}`, kept.certificateNumber, kept.body].filter(Boolean).join(' · ')}</Text>
        </div>
        {kept.state !== 'preparing' && (
          <Stack gap={4} style={{ flex: '0 1 240px' }}>
            <Group gap={6} wrap="nowrap"><Compared size={16} aria-hidden /><Text size="xs">{verifiedOn === null ? t('certification_page.not_compared') : t('certification_page.compared', { date: format.day(verifiedOn) })}</Text></Group>
            <Group gap={6} wrap="nowrap"><Public size={16} aria-hidden /><Text size="xs">{t(published ? 'certification_page.public' : 'certification_page.not_public')}</Text></Group>
          </Stack>
        )}
      </Group>
      <Stack gap="sm">
        {kept.state === 'suspended' && suspendedUntil !== null && (
          <Alert color="orange" py={8} icon={<IconPlayerPause size={18} aria-hidden />}>{t('certification_page.suspended', { date: format.day(suspendedUntil) })}</Alert>
        )}
        {expiresOn === null ? <Text size="sm" c="dimmed">{t('certification_page.in_preparation')}</Text> : <Life kept={kept} day={day} expiresOn={expiresOn} />}
        <Cycle audits={kept.audits} day={day} />
        <Differences differences={kept.differences} />
      </Stack>
    </Paper>
  );
} // prettier-ignore

function Life({ kept, day, expiresOn }: { readonly kept: Kept; readonly day: string; readonly expiresOn: string }) {
  const t = useCertificationWords();
  const format = useFormat();
  const left = daysBetween(day, expiresOn);
  const all = kept.issuedOn === null ? 0 : daysBetween(kept.issuedOn, expiresOn);
  const share = all <= 0 ? 100 : Math.min(100, Math.max(0, ((all - left) * 100) / all));
  const color = left < 0 ? 'red' : left <= 90 ? 'orange' : colorOf(kept.standing);
  const said = left < 0 ? t('certification_page.ended', { date: format.day(expiresOn) }) : t('certification_page.days_left', { count: left });
  return (
    <div>
      <Group justify="space-between" gap={8}>
        <Text size="sm" fw={550}>{t('certification_page.valid_until', { date: format.day(expiresOn) })}</Text>
        <Text size="sm" c={left <= 90 ? color : 'dimmed'}>{said}</Text>
      </Group>
      <Progress mt={4} size="sm" value={share} color={color} aria-label={said} />
      {kept.recertifyBy !== null && left >= 0 && <Text mt={4} size="xs" c="dimmed">{t('certification_page.apply_by', { date: format.day(kept.recertifyBy) })}</Text>}
    </div>
  );
} // prettier-ignore

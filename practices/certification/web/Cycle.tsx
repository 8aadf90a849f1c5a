import { Anchor, Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useCertificationWords, type CycleAudit } from './certification.web.ts';

/** The audits that keep a certificate, in their order. */
export function Cycle({ audits, day }: { readonly audits: readonly CycleAudit[]; readonly day: string }) {
  const t = useCertificationWords();
  const format = useFormat();
  const meta = useMetaType('certification-audit');
  if (audits.length === 0) return <Text size="sm" c="dimmed">{t('certification_page.no_audits')}</Text>;
  const when = ({ heldOn, plannedOn, dueOn }: CycleAudit) =>
    heldOn !== null ? t('certification_page.audit_held', { date: format.day(heldOn) })
    : plannedOn !== null ? t('certification_page.audit_agreed', { date: format.day(plannedOn) })
    : dueOn !== null ? t('certification_page.audit_due', { date: format.day(dueOn) })
    : '–';
  const late = ({ state, plannedOn, dueOn }: CycleAudit) =>
    (state === 'due' || state === 'agreed') && (plannedOn ?? dueOn ?? day) < day;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" role="list" aria-label={t('certification_page.audits')}>
      {audits.map((audit) => (
        <Paper key={audit.number} p="xs" withBorder role="listitem">
          <Anchor size="sm" fw={550} renderRoot={(p) => <Link {...p} to={paths.record('certification-audits', audit.number)} />}>
            {t(`certification_audit.option.kind.${audit.kind}`)}
          </Anchor>
          <Text size="xs" c="dimmed" mb={4}>{when(audit)}</Text>
          <Group gap={4}>
            <StateBadge meta={meta} state={audit.state} size="sm" />
            {late(audit) && <Badge size="sm" color="red">{t('certification_page.late')}</Badge>}
          </Group>
        </Paper>
      ))}
    </SimpleGrid>
  );
} // prettier-ignore

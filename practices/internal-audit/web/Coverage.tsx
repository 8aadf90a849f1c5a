import { Anchor, Badge, Button, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useAuditWords, useCoverage, type Area } from './audit.web.ts';

const kinds = ['process', 'clause', 'site'] as const;

/** What each audit looks at, and what none does: seen before the period is over. */
export function CoveragePanel({ programme }: { programme: Whole }) {
  const t = useAuditWords();
  const found = useCoverage(programme.number).data;
  const [only, setOnly] = useState(false);
  if (!found) return null;
  const { areas, lacking, done } = found;
  return (
    <Panel
      title={t('audit_page.coverage.title')}
      aside={
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t('audit_page.coverage.done', { done: String(done), all: String(areas.length) })}
          </Text>
          <Badge color={lacking > 0 ? 'red' : 'teal'}>
            {lacking > 0 ? t('audit_page.coverage.lacking', { count: lacking }) : t('audit_page.coverage.whole')}
          </Badge>
        </Group>
      }
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" c="dimmed">{t('audit_page.coverage.hint')}</Text>
          <Switch label={t('audit_page.coverage.only_lacking')} checked={only} onChange={(e) => setOnly(e.currentTarget.checked)} />
        </Group>
        {kinds.map((kind) => (
          <Kind key={kind} kind={kind} programme={programme} areas={areas.filter((one) => one.kind === kind && (!only || one.lacking))} />
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Kind(props: { kind: Area['kind']; areas: readonly Area[]; programme: Whole }) {
  const t = useAuditWords();
  const mayPlan = useMetaType('internal-audit').create.allowed;
  const { kind, areas, programme } = props;
  if (areas.length === 0) return null;
  const title = t(`audit_page.coverage.${kind}`);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={6} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th w={170}>{t('audit_page.coverage.risk')}</Table.Th>
            <Table.Th w={110} ta="right">{t('audit_page.coverage.found')}</Table.Th>
            <Table.Th w={220}>{t('audit_page.coverage.audits')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {areas.map((one) => (
            <Table.Tr key={one.area}>
              <Table.Td>
                <Text size="sm" fw={550} span>{one.label}</Text>
                {one.title !== null && <Text size="sm" span c="dimmed"> {one.title}</Text>}
                {one.reason !== null && <Text size="xs" c="dimmed">{one.reason}</Text>}
              </Table.Td>
              <Table.Td><Text size="sm">{t(`audit_programme.level.${one.level}`)}</Text></Table.Td>
              <Table.Td ta="right">{one.found === 0 ? '–' : one.found}</Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {one.planned.map((number) => (
                    <Anchor key={number} size="sm" fw={one.done.includes(number) ? 600 : 400}
                      renderRoot={(p) => <Link {...p} to={paths.record('internal-audits', number)} />}>
                      {number}{one.done.includes(number) ? ' ✓' : ''}
                    </Anchor>
                  ))}
                  {one.planned.length === 0 && <Badge color="red">{t('audit_page.coverage.none')}</Badge>}
                  {one.planned.length > 0 && one.lacking && <Badge color="orange">{`${one.planned.length} / ${one.wanted}`}</Badge>}
                  {one.lacking && mayPlan && (
                    <Button variant="subtle" size="compact-xs"
                      renderRoot={(p) => <Link {...p} to={paths.create('internal-audits')} search={planned(one, programme) as never} />}>
                      {t('audit_page.coverage.plan')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

const planned = ({ kind, area }: Area, { id }: Whole) => {
  const key = area.slice(kind.length + 1);
  const scope =
    kind === 'clause' ? { clauses: [key] } : kind === 'process' ? { processes: [key] } : { unitIds: [key] };
  return { programmeId: id, ...scope };
};

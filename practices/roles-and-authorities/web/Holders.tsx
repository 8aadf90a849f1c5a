import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useRolesWords, type RoleLine } from './roles.web.ts';

/** The catalogue with who holds each role today, their letters and deputies. */
export function Holders({ roles }: { roles: readonly RoleLine[] }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
      {roles.map((line) => (
        <Role key={line.role} line={line} />
      ))}
    </SimpleGrid>
  );
}

const mostShown = 6;

function Role({ line }: { line: RoleLine }) {
  const t = useRolesWords();
  const labels = useLabels();
  const name = labels.key(`role.${line.role}`);
  const { holders } = line;
  return (
    <Paper p="md" component="section" aria-label={name}>
      <Group justify="space-between" mb={6} wrap="nowrap">
        <Anchor fw={600} truncate c="var(--mantine-color-text)" renderRoot={(p) => <Link {...p} to={paths.record('role-definitions', line.number ?? '')} />}>{name}</Anchor>
        {holders.length === 0 && <Badge color={line.required ? 'orange' : 'gray'}>{t(line.required ? 'roles_page.vacant' : 'roles_page.optional')}</Badge>}
      </Group>
      <Stack gap={8}>
        {holders.slice(0, mostShown).map((holder) => <Holder key={holder.id} holder={holder} />)}
        {holders.length > mostShown && <Text size="xs" c="dimmed">{t('roles_page.more', { count: holders.length - mostShown })}</Text>}
      </Stack>
    </Paper>
  );
} // prettier-ignore

function Holder({ holder }: { holder: RoleLine['holders'][number] }) {
  const t = useRolesWords();
  const format = useFormat();
  const meta = useMetaType('appointment');
  const dates = [t('roles_page.since', { date: format.day(holder.since) }), holder.until === null ? '' : t('roles_page.until', { date: format.day(holder.until) })].filter((part) => part !== '');
  return (
    <Group gap={8} justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('role-holders', holder.number)} />}>{holder.person}</Anchor>
        <Text size="xs" c="dimmed" truncate>{[...dates, holder.deputy === null ? '' : t('roles_page.deputy', { name: holder.deputy })].filter((part) => part !== '').join(' · ')}</Text>
      </div>
      {holder.letter === null ? (
        meta.create.allowed && <Button variant="subtle" size="compact-sm" renderRoot={(p) => <Link {...p} to={paths.create('appointments')} search={{ holderId: holder.id, title: `${t('roles_page.letter')}: ${holder.person}` } as never} />}>{t('roles_page.write_letter')}</Button>
      ) : (
        <Anchor size="xs" style={{ whiteSpace: 'nowrap' }} renderRoot={(p) => <Link {...p} to={paths.record('appointments', holder.letter ?? '')} />}>
          {holder.letter} · {t(`appointment.state.${(holder.letterState ?? 'draft') as 'draft'}`)}
        </Anchor>
      )}
    </Group>
  );
} // prettier-ignore

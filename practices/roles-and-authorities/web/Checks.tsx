import { Anchor, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { checkKinds } from '../checks.ts';
import { useRolesWords, type Finding } from './roles.web.ts';

const mostShown = 12;

/** 5.3: what is missing or broken, by kind; each leads to the record where it is put right. */
export function Checks({ findings }: { findings: readonly Finding[] }) {
  const t = useRolesWords();
  const kinds = checkKinds.filter((kind) => findings.some((one) => one.kind === kind));
  if (kinds.length === 0)
    return (
      <Paper p="md">
        <Group gap={8}>
          <IconCircleCheck size={20} color="var(--mantine-color-teal-text)" aria-hidden />
          <Text>{t('roles_page.all_well')}</Text>
        </Group>
      </Paper>
    );
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} findings={findings.filter((one) => one.kind === kind)} />
      ))}
    </SimpleGrid>
  );
}

function Kind({ kind, findings }: { kind: Finding['kind']; findings: readonly Finding[] }) {
  const t = useRolesWords();
  const labels = useLabels();
  const types = useMeta().types;
  const to = (one: Finding) => paths.record(types.find(({ type }) => type === one.type)?.plural ?? '', one.number);
  return (
    <Panel
      title={t(`roles_page.check.${kind}`)}
      aside={<Group gap={4} c="orange"><IconAlertTriangle size={16} aria-hidden /><Text size="sm" fw={600}>{findings.length}</Text></Group>}
    >
      <Stack gap={6}>
        {findings.slice(0, mostShown).map((one) => (
          <Group key={`${one.id}${one.roles.join('')}`} gap={8} wrap="nowrap" justify="space-between">
            <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to={to(one)} />}>{one.title}</Anchor>
            {kind !== 'vacant' && kind !== 'no_deputy' && (
              <Text size="xs" c="dimmed" truncate maw="60%">{one.roles.map((role) => labels.key(`role.${role}`)).join(' · ')}</Text>
            )}
          </Group>
        ))}
        {findings.length > mostShown && <Text size="xs" c="dimmed">{t('roles_page.more', { count: findings.length - mostShown })}</Text>}
      </Stack>
    </Panel>
  );
} // prettier-ignore

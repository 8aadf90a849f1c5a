import { Anchor, Badge, Group, Paper, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { pathKey, statesOf, usePathWords, type FirstPath } from './first-path.web.ts';

/** On the first page of who leads the system, until the three steps are done. */
export default function TodayPath() {
  const me = useMe();
  const leads = me.roles.some(({ role }) => role === 'sms-manager');
  return leads ? <Path /> : null;
}

function Path() {
  const t = usePathWords();
  const found = useQuery({
    queryKey: [...pathKey, ''],
    queryFn: ({ signal }) => api.get<FirstPath>('/readiness/first-path', signal),
    staleTime: 60_000,
    retry: false,
  });
  if (!found.data) return null;
  const states = statesOf(found.data);
  // Whoever has planned is on the way already; the page stays in the menu.
  if (states.every(({ state }) => state === 'done') || found.data.actions > 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('first_path.today')}>
      <Group justify="space-between" gap="sm">
        <Group gap={10}>
          <IconRoute size={18} aria-hidden />
          <Text fw={600}>{t('first_path.today')}</Text>
          {states.map(({ key, state }) => (
            <Badge key={key} variant="light" color={state === 'done' ? 'teal' : state === 'going' ? 'blue' : 'gray'}>
              {t(`first_path.step.${key}`)}
            </Badge>
          ))}
        </Group>
        <Anchor renderRoot={(p) => <Link {...p} to="/readiness/first-steps" />}>{t('first_path.go')}</Anchor>
      </Group>
    </Paper>
  );
} // prettier-ignore

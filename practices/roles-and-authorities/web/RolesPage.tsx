import { Badge, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Checks } from './Checks.tsx';
import { Holders } from './Holders.tsx';
import { Landscape } from './Landscape.tsx';
import { Matrix } from './Matrix.tsx';
import { useGuidance, useProcesses, useRoles, useRolesWords } from './roles.web.ts';

const tabs = ['checks', 'matrix', 'map', 'roles'] as const;

/** Who answers for what, who may decide, and what is missing. */
export default function RolesPage() {
  const t = useRolesWords();
  const guidance = useGuidance('overview');
  const roles = useRoles();
  const processes = useProcesses();
  const [tab, setTab] = useState<string | null>('checks');
  useEffect(() => {
    document.title = `${t('roles_page.title')} · Servanda`;
  }, [t]);
  const failed = roles.error ?? processes.error;
  if (failed) return <ErrorState error={failed} retry={() => void Promise.all([roles.refetch(), processes.refetch()])} />;
  if (!roles.data || !processes.data) return <Loading minHeight={420} />;
  const { findings } = roles.data;
  return (
    <Stack p="md" gap="sm">
      <div>
        <Title order={1} size="h3">{t('roles_page.title')}</Title>
        <Text size="sm" c="dimmed">{t('roles_page.hint')}</Text>
      </div>
      <Guidance {...guidance} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="sm">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <Group gap={6}>
                {t(`roles_page.tab.${one}`)}
                {one === 'checks' && findings.length > 0 && <Badge size="sm" color="orange">{findings.length}</Badge>}
              </Group>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="checks"><Checks findings={findings} /></Tabs.Panel>
        <Tabs.Panel value="matrix"><Matrix items={processes.data.items} roles={roles.data.roles} /></Tabs.Panel>
        <Tabs.Panel value="map"><Landscape items={processes.data.items} today={processes.data.today} /></Tabs.Panel>
        <Tabs.Panel value="roles"><Holders roles={roles.data.roles} /></Tabs.Panel>
      </Tabs>
    </Stack>
  );
} // prettier-ignore

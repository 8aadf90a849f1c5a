import { Button, Menu } from '@mantine/core';
import { IconEye, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useT } from './useT.ts';

const columns = [
  'state',
  'kind',
  'versionName',
  'plannedStartAt',
  'plannedEndAt',
  'serviceId',
  'ownerId',
  'successful',
];
const views = {
  open: { 'filter[open]': 'true' },
  to_test: { 'filter[state]': 'built,in_test' },
  to_approve: { 'filter[state]': 'accepted' },
  planned: { 'filter[state]': 'approved,baselined' },
  running: { 'filter[state]': 'deploying' },
  early_life: { 'filter[state]': 'deployed,early_life' },
  emergencies: { 'filter[kind]': 'emergency' },
  rolled_back: { 'filter[state]': 'rolled_back' },
} as const;

export default function ReleaseQueue() {
  const t = useT();
  return (
    <RecordQueue
      type="release"
      columns={columns}
      actions={
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconEye size={15} aria-hidden />}>
                {t('release_page.views')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(Object.keys(views) as (keyof typeof views)[]).map((name) => (
                <Menu.Item
                  key={name}
                  renderRoot={(p) => <Link {...p} to={paths.queue('releases', views[name])} />}
                >
                  {t(`release_page.view.${name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            variant="default"
            leftSection={<IconSettings size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to="/releases/policy" />}
          >
            {t('release_page.types')}
          </Button>
        </>
      }
    />
  );
}

import { Button, Menu } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useT } from './useT.ts';

const columns = ['state', 'kind', 'serviceId', 'rank', 'plannedLiveOn', 'ownerId', 'updatedAt'];
const views = {
  open: { 'filter[open]': 'true' },
  to_approve: { 'filter[state]': 'planning,design' },
  running: { 'filter[state]': 'build,test' },
  failed: { 'filter[state]': 'rejected_criteria' },
  live: { 'filter[state]': 'live' },
  removals: { 'filter[kind]': 'removed,transferred' },
} as const;

export default function TransitionQueue() {
  const t = useT();
  return (
    <RecordQueue
      type="transition"
      columns={columns}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconEye size={15} aria-hidden />}>
              {t('transition_page.views')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(views) as (keyof typeof views)[]).map((name) => (
              <Menu.Item
                key={name}
                renderRoot={(p) => <Link {...p} to={paths.queue('transitions', views[name])} />}
              >
                {t(`transition_page.view.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    />
  );
}

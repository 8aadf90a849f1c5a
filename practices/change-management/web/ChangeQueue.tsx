import { Button, Menu } from '@mantine/core';
import { IconEye, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useT } from './useT.ts';

const columns = [
  'state',
  'category',
  'riskLevel',
  'plannedStartAt',
  'plannedEndAt',
  'serviceId',
  'implementerId',
  'ownerId',
  'nextDue',
];
const views = {
  open: { 'filter[open]': 'true' },
  to_assess: { 'filter[state]': 'submitted' },
  to_approve: { 'filter[state]': 'assessed' },
  to_schedule: { 'filter[state]': 'approved' },
  planned: { 'filter[state]': 'scheduled' },
  running: { 'filter[state]': 'implementing' },
  to_review: { 'filter[state]': 'implemented,documented,backed_out,failed,in_review' },
  emergencies: { 'filter[category]': 'emergency' },
  unauthorised: { 'filter[unauthorised]': 'true' },
  failed: { 'filter[result]': 'backed_out,failed' },
} as const;

export default function ChangeQueue() {
  const t = useT();
  const names = Object.keys(views) as (keyof typeof views)[];
  return (
    <RecordQueue
      type="change"
      columns={columns}
      actions={
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconEye size={15} aria-hidden />}>
                {t('change_page.views')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {names.map((name) => (
                <Menu.Item
                  key={name}
                  renderRoot={(p) => <Link {...p} to={paths.queue('changes', views[name])} />}
                >
                  {t(`change_page.view.${name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to="/changes/policy" />}
          >
            {t('change_page.policy')}
          </Button>
        </>
      }
    />
  );
}

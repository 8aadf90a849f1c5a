import { ActionIcon, Indicator, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Loading } from '../../../platform/ui/States.tsx';
import { useT } from '../words.ts';
import { useUnread } from './notices.ts';

const BellList = lazy(() => import('./BellList.tsx'));

/** How many notices are unread, and behind it what they say. */
export function Bell() {
  const t = useT();
  const unread = useUnread();
  const shown = unread >= 100 ? '99+' : String(unread);
  const [opened, { toggle, close }] = useDisclosure(false);
  const label = unread === 0 ? t('notices.title') : t('notices.unread', { count: unread, shown });
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      styles={{ dropdown: { width: 'min(400px, calc(100vw - 16px))', padding: 0 } }}
    >
      <Popover.Target>
        <Tooltip label={label} disabled={opened}>
          <Indicator
            label={shown}
            size={15}
            offset={4}
            color="red.8"
            disabled={unread === 0}
            styles={{ indicator: { fontSize: 10, padding: '0 4px', pointerEvents: 'none' } }}
          >
            <ActionIcon aria-label={label} aria-haspopup="dialog" aria-expanded={opened} onClick={toggle}>
              <IconBell size={18} aria-hidden />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('notices.title')}>
        <Suspense fallback={<Loading />}>
          <BellList onGo={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

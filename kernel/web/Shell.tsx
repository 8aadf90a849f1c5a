import { ActionIcon, AppShell, Burger, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconSearch, IconWifiOff } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useKeys } from '../../platform/ui/keyboard.ts';
import { useLive } from '../../platform/ui/live.ts';
import { ZoneContext } from '../../platform/ui/format.ts';
import { keepTime } from '../../platform/ui/on-clock.ts';
import { Loading } from '../../platform/ui/States.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { myApprovals } from './approval/approvals.ts';
import { Logo } from './Logo.tsx';
import { Navigation } from './Navigation.tsx';
import { Bell } from './notification/Bell.tsx';
import { noticesKey } from './notification/notices.ts';
import type { MenuEntry } from './practice-web.ts';
import { paths } from './paths.ts';
import { keys, metaQuery, useMe } from './queries.ts';
import { useOpeningViews } from './view/views.ts';
import { useLabels, useT } from './words.ts';
import styles from './shell.module.css';

const loadSearch = () => import('./Search.tsx');
const Search = lazy(loadSearch);
/** After so long a page has what it needs, and the search is fetched before somebody asks for it. */
const searchAfterMs = 2500;
const KeyboardHelp = lazy(() => import('./KeyboardHelp.tsx'));

type Changed = { readonly type: string; readonly number: string; readonly action: string };
const heard = ['record', 'notification'];
/** A changed record: its own page, the lists of its type, the figures made from them, and somebody's day. */
const touched = (data: unknown, event: string) => {
  // Whoever is asked to approve is told so; whoever need not any more sees it in the record's trail.
  if (event === 'notification') return [noticesKey, myApprovals.queryKey];
  const { type, number, action } = data as Changed;
  const decided = /approv|reject|cancel/.test(action) ? [myApprovals.queryKey] : [];
  // What fields there are is data too.
  const meta = type === 'custom-field' ? [metaQuery.queryKey] : [];
  return [keys.record(type, number), keys.lists(type), keys.figures, keys.today, ...decided, ...meta];
};

/** The frame around every page of the workspace. */
export function Shell({ menu: standard }: { menu: readonly MenuEntry[] }) {
  const menu = useOpeningViews(standard);
  const t = useT();
  const labels = useLabels();
  const me = useMe();
  const navigate = useNavigate();
  const [narrowOpen, narrow] = useDisclosure(false);
  const [help, helpToggle] = useDisclosure(false);
  // Loaded when it is first asked for, and kept: what was typed is still there.
  const [searched, searching] = useDisclosure(false);
  const search = () => {
    searching.open();
    spotlight.open();
  };
  useHotkeys([['mod+K', search]]);
  useEffect(() => {
    const timer = setTimeout(() => void loadSearch().then(searching.open), searchAfterMs);
    return () => clearTimeout(timer);
  }, [searching.open]);
  const { connected } = useLive('/api/v1/stream', heard, touched);
  useKeys([
    { keys: '?', group: t('keys.everywhere'), help: t('ui.keyboard'), run: helpToggle.toggle },
    ...menu.flatMap((entry) =>
      entry.key === undefined
        ? []
        : [
            {
              keys: `g ${entry.key}`,
              group: t('keys.go_to'),
              help: labels.key(entry.label),
              run: () => void navigate({ href: entry.to }),
            },
          ],
    ),
  ]);
  const zone = me.person.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  useEffect(() => keepTime(zone), [zone]);
  return (
    <ZoneContext value={zone}>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !narrowOpen } }}
        className={styles['shell'] ?? ''}
      >
        <AppShell.Header className={styles['bar'] ?? ''}>
          <a href="#main" className={styles['skip']}>
            {t('shell.skip')}
          </a>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
            <Group gap="xs" wrap="nowrap" w={{ sm: 200 }} style={{ flexShrink: 0 }}>
              <Burger
                opened={narrowOpen}
                onClick={narrow.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('shell.navigation')}
              />
              <Link to={paths.home} className={styles['brand']} aria-label={t('shell.home')}>
                <Logo size={24} />
                <Text fw={650} size="md" visibleFrom="xs">
                  {t('shell.product')}
                </Text>
              </Link>
            </Group>
            <UnstyledButton className={styles['search']} onClick={search} aria-haspopup="dialog">
              <IconSearch size={15} aria-hidden />
              <Text size="sm" truncate style={{ flex: 1 }}>
                {t('shell.search')}
              </Text>
              <Kbd size="xs" visibleFrom="sm" aria-hidden>
                {/Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'} K
              </Kbd>
            </UnstyledButton>
            <Group gap={6} wrap="nowrap" justify="flex-end" w={{ sm: 200 }} style={{ flexShrink: 0 }}>
              {!connected && (
                <Tooltip label={t('ui.live_lost')}>
                  <span role="status" aria-label={t('ui.live_lost')} style={{ display: 'inline-flex' }}>
                    <IconWifiOff size={17} color="var(--mantine-color-orange-text)" aria-hidden />
                  </span>
                </Tooltip>
              )}
              <Bell />
              <Tooltip label={t('ui.keyboard')}>
                <ActionIcon aria-label={t('ui.keyboard')} onClick={helpToggle.open} visibleFrom="sm">
                  <IconKeyboard size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <AccountMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={styles['nav'] ?? ''} aria-label={t('shell.navigation')}>
          <Navigation menu={menu} onGo={narrow.close} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} className={styles['main'] ?? ''}>
          <Suspense fallback={<Loading minHeight={320} />}>
            <Outlet />
          </Suspense>
        </AppShell.Main>
      </AppShell>
      <Suspense fallback={null}>
        {searched && <Search menu={menu} />}
        {help && <KeyboardHelp onClose={helpToggle.close} />}
      </Suspense>
    </ZoneContext>
  );
}

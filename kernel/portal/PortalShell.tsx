import {
  IconActivityHeartbeat,
  IconBook2,
  IconChecklist,
  IconHome2,
  IconListDetails,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ZoneContext } from '../../platform/ui/format.ts';
import { keepTime } from '../../platform/ui/on-clock.ts';
import { Logo } from '../web/Logo.tsx';
import { Bell } from './Bell.tsx';
import { places } from './places.ts';
import { Preferences } from './Preferences.tsx';
import { approvalsQuery, useMaybeMe } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The frame: what the portal is, its four pages (below the thumb on a phone), and how one wants to read it. */
export function PortalShell() {
  const t = usePortalWords();
  const me = useMaybeMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    // A new page begins at its beginning, for the keyboard and for who listens; the first one begins as the browser does.
    if (shown.current === path) return;
    shown.current = path;
    // A page that has put the focus into its first field keeps it there.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);
  const zone = me?.person.zone ?? browserZone;
  useEffect(() => keepTime(zone), [zone]);
  return (
    <ZoneContext value={zone}>
      <a href="#content" className={styles['skip']}>
        {t('portal.skip')}
      </a>
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <Link to={places.home} className={styles['brand']}>
            <Logo size={30} />
            <span>{t('portal.name')}</span>
          </Link>
          {me && <Pages />}
          {me && <Bell />}
          <Preferences />
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
    </ZoneContext>
  );
}

function Pages() {
  const t = usePortalWords();
  const approvals = useQuery(approvalsQuery).data?.items.length ?? 0;
  const pages = [
    { to: places.home, words: t('portal.home'), icon: IconHome2, exact: true },
    { to: places.records, words: t('portal.mine'), icon: IconListDetails },
    { to: places.approvals, words: t('portal.approvals'), icon: IconChecklist, count: approvals },
    { to: places.knowledge, words: t('portal.knowledge'), icon: IconBook2 },
    { to: places.status, words: t('portal.status'), icon: IconActivityHeartbeat },
  ];
  return (
    <nav aria-label={t('portal.nav')} className={styles['pages']}>
      {pages.map(({ to, words, icon: Icon, count = 0, exact = false }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact }}
          activeProps={{ 'aria-current': 'page' }}
          className={styles['page']}
        >
          <span className={styles['pageIcon']}>
            <Icon size={22} stroke={1.7} aria-hidden />
            {count > 0 && (
              <span className={styles['count']} aria-hidden>
                {count}
              </span>
            )}
          </span>
          <span>{words}</span>
          {count > 0 && <span className={styles['unseen']}>{t('portal.approvals_of_you', { count })}</span>}
        </Link>
      ))}
    </nav>
  );
}

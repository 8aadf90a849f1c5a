import { ScrollArea } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useId } from 'react';
import { menuGroups, type MenuEntry, type MenuGroup } from './practice-web.ts';
import { useMe, useMeta } from './queries.ts';
import { useLabels, useT } from './words.ts';
import styles from './shell.module.css';

/** The practices' menus by group; what a reader's roles do not reach is left out. */
export function Navigation({ menu, onGo }: { menu: readonly MenuEntry[]; onGo: () => void }) {
  const types = new Set(
    useMeta()
      .types.filter((t) => t.visible !== false)
      .map((t) => t.type),
  );
  const { administrator } = useMe();
  const shown = menu.filter(
    (entry) => (entry.type === undefined || types.has(entry.type)) && (!entry.administrator || administrator),
  );
  return (
    <ScrollArea flex={1} scrollbarSize={6}>
      {menuGroups.map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        return entries.length === 0 ? null : (
          <Group key={group} group={group} entries={entries} onGo={onGo} />
        );
      })}
    </ScrollArea>
  );
}

function Group({
  group,
  entries,
  onGo,
}: {
  group: MenuGroup;
  entries: readonly MenuEntry[];
  onGo: () => void;
}) {
  const t = useT();
  const labels = useLabels();
  const id = useId();
  const current = useCurrent(entries);
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles['group']}>
        {t(`menu.${group}`)}
      </div>
      {entries.map(({ to, label, icon: Icon, badge: Badge }) => {
        return (
          <Link
            key={to}
            to={pathOf(to)}
            search={searchOf(to)}
            // The router marks links too, every one whose filters the address holds; ours is the best of them.
            activeOptions={{ exact: true, includeSearch: true }}
            className={styles['entry']}
            aria-current={to === current ? 'page' : undefined}
            onClick={onGo}
          >
            <Icon size={17} stroke={1.6} aria-hidden />
            {labels.key(label)}
            {Badge && <Badge />}
          </Link>
        );
      })}
    </div>
  );
}

/** Several entries may lead to one page with other filters: the one whose filters the address has, most of them. */
function useCurrent(entries: readonly MenuEntry[]): string | undefined {
  const { pathname, search } = useLocation();
  const address: Readonly<Record<string, unknown>> = search;
  const fitting = entries.flatMap(({ to }) => {
    if (pathname !== pathOf(to) && !pathname.startsWith(`${pathOf(to)}/`)) return [];
    const wanted = Object.entries(searchOf(to)).filter(([key]) => key.startsWith('filter['));
    const met = wanted.filter(([key, value]) => address[key] === value).length;
    return [{ to, score: met - 2 * (wanted.length - met) }];
  });
  return fitting.sort((a, b) => b.score - a.score)[0]?.to;
}

const pathOf = (to: string) => to.split('?')[0] ?? to;
const searchOf = (to: string) => Object.fromEntries(new URLSearchParams(to.split('?')[1] ?? ''));

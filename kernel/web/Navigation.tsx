import { ScrollArea } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useId } from 'react';
import { useAllWords } from '../../platform/ui/words.ts';
import { menuGroups, type MenuEntry, type MenuGroup } from './practice-web.ts';
import { useMe, useMeta } from './queries.ts';
import { useLabels } from './words.ts';
import styles from './shell.module.css';

/** Nobody works in all of them; what somebody opens stays open. */
const openAtFirst: ReadonlySet<MenuGroup> = new Set<MenuGroup>(['operate', 'change', 'overview']);

/** The practices' menus by group; what a reader's roles do not reach is left out. */
export function Navigation({ menu, onGo }: { menu: readonly MenuEntry[]; onGo: () => void }) {
  const types = new Set(
    useMeta()
      .types.filter((t) => t.visible !== false)
      .map((t) => t.type),
  );
  const { administrator } = useMe();
  const spoken = useAllWords();
  const shown = menu.filter(
    (entry) => (entry.type === undefined || types.has(entry.type)) && (!entry.administrator || administrator),
  );
  // For the moment until every practice has its words, none is shown by its keys.
  if (!spoken) return <ScrollArea flex={1} />;
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
  const labels = useLabels();
  const id = useId();
  const current = useCurrent(entries);
  const [open, setOpen] = useLocalStorage({
    key: `servanda.menu.${group}`,
    defaultValue: openAtFirst.has(group),
    getInitialValueInEffect: false,
  });
  // Where one is can always be seen.
  const shown = open ? entries : entries.filter(({ to }) => to === current);
  return (
    <div role="group" aria-labelledby={id}>
      <button
        id={id}
        type="button"
        className={styles['group']}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {labels.key(`menu.${group}`)}
        <IconChevronDown size={13} aria-hidden />
      </button>
      {shown.map(({ to, label, icon: Icon, badge: Badge }) => {
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

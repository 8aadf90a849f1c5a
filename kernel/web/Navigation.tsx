import { ActionIcon, ScrollArea } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { memo, useId, type ReactNode } from 'react';
import { PlainLink } from './PlainLink.tsx';
import { usePinned, useVisited } from './menu.ts';
import { menuGroups, type MenuEntry, type MenuGroup } from './practice-web.ts';
import { useMe, useMeta } from './queries.ts';
import { useLabels, useT } from './words.ts';
import styles from './shell.module.css';

/** Nobody works in all of them; what somebody opens stays open. */
const openAtFirst: ReadonlySet<MenuGroup> = new Set<MenuGroup>(['operate']);

type Shared = {
  readonly current: string | undefined;
  readonly pinned: readonly string[];
  readonly onPin: (to: string) => void;
  readonly onGo: () => void;
};

/** What somebody keeps at hand, where they were last, then the practices' menus by group, as far as their roles reach. */
export function Navigation({ menu, onGo }: { menu: readonly MenuEntry[]; onGo: () => void }) {
  const t = useT();
  const types = new Set(
    useMeta()
      .types.filter((each) => each.visible !== false)
      .map((each) => each.type),
  );
  const { administrator, roles } = useMe();
  const holds = (wanted: readonly string[]) => roles.some(({ role }) => wanted.includes(role));
  const { pinned, toggle } = usePinned();
  const shown = menu.filter(
    (entry) =>
      (entry.type === undefined || types.has(entry.type)) &&
      (!entry.administrator || administrator) &&
      (!entry.roles || holds(entry.roles)),
  );
  const current = useCurrent(shown);
  const shared: Shared = { current, pinned, onPin: toggle, onGo };
  const chosen = pinned.flatMap((to) => shown.find((entry) => entry.to === to) ?? []);
  return (
    <ScrollArea flex={1} scrollbarSize={6} type="hover">
      {chosen.length > 0 && (
        <Section name={t('menu.pinned')} id="pinned">
          {chosen.map((entry) => (
            <Entry key={entry.to} entry={entry} {...shared} />
          ))}
        </Section>
      )}
      <Recent onGo={onGo} />
      {menuGroups.map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        return entries.length === 0 ? null : (
          <Group key={group} group={group} entries={entries} {...shared} />
        );
      })}
    </ScrollArea>
  );
}

/** Open while one is in it, and whenever somebody left it open. */
function Group({ group, entries, ...shared }: Shared & { group: MenuGroup; entries: readonly MenuEntry[] }) {
  const labels = useLabels();
  const here = entries.some(({ to }) => to === shared.current && !shared.pinned.includes(to));
  return (
    <Section name={labels.key(`menu.${group}`)} id={group} here={here} openAtFirst={openAtFirst.has(group)}>
      {entries.map((entry) => (
        <Entry key={entry.to} entry={entry} {...shared} />
      ))}
    </Section>
  );
}

function Recent({ onGo }: { onGo: () => void }) {
  const t = useT();
  const { visited } = useVisited();
  if (visited.length === 0) return null;
  return (
    <Section name={t('menu.recent')} id="recent">
      {visited.map(({ to, number, title }) => (
        <PlainLink key={to} to={to} className={styles['recent']} title={`${number} ${title}`} onGo={onGo}>
          <span>{number}</span> {title}
        </PlainLink>
      ))}
    </Section>
  );
}

function Section(props: {
  readonly name: string;
  readonly id: string;
  readonly here?: boolean;
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}) {
  const { name, here = false, children } = props;
  const id = useId();
  const [kept, keep] = useLocalStorage({
    key: `servanda.menu.${props.id}`,
    defaultValue: props.openAtFirst ?? true,
    getInitialValueInEffect: false,
  });
  const open = kept || here;
  return (
    <div role="group" aria-labelledby={id}>
      <button
        id={id}
        type="button"
        className={styles['group']}
        aria-expanded={open}
        onClick={() => keep(!open)}
      >
        {name}
        <IconChevronDown size={13} aria-hidden />
      </button>
      {open && children}
    </div>
  );
}

const Entry = ({ entry, current, pinned, onPin, onGo }: Shared & { entry: MenuEntry }) => (
  <Drawn
    entry={entry}
    isCurrent={entry.to === current}
    isPinned={pinned.includes(entry.to)}
    onPin={onPin}
    onGo={onGo}
  />
);

/** Drawn again when it becomes the current one, and not at every step through the pages. */
const Drawn = memo(function Drawn(props: {
  readonly entry: MenuEntry;
  readonly isCurrent: boolean;
  readonly isPinned: boolean;
  readonly onPin: (to: string) => void;
  readonly onGo: () => void;
}) {
  const { entry, isCurrent, isPinned, onPin, onGo } = props;
  const t = useT();
  const labels = useLabels();
  const { to, label, icon: Icon, badge: Badge } = entry;
  const name = labels.key(label);
  const Star = isPinned ? IconStarFilled : IconStar;
  return (
    <div className={styles['row']} data-pinned={isPinned || undefined}>
      <PlainLink
        to={to}
        className={styles['entry']}
        aria-current={isCurrent ? 'page' : undefined}
        onGo={onGo}
      >
        <Icon size={17} stroke={1.6} aria-hidden />
        <span className={styles['name']}>{name}</span>
        {Badge && <Badge />}
      </PlainLink>
      <ActionIcon
        size={24}
        className={styles['star']}
        aria-label={t(isPinned ? 'menu.unpin' : 'menu.pin', { name })}
        aria-pressed={isPinned}
        onClick={() => onPin(to)}
      >
        <Star size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
});

/** Several entries may lead to one page with other filters: the one whose filters the address has, most of them. */
function useCurrent(entries: readonly MenuEntry[]): string | undefined {
  const { pathname, search } = useLocation();
  const address: Readonly<Record<string, unknown>> = search;
  const fitting = entries.flatMap(({ to }) => {
    if (pathname !== pathOf(to) && !pathname.startsWith(`${pathOf(to)}/`)) return [];
    const wanted = Object.entries(searchOf(to)).filter(([key]) => key.startsWith('filter['));
    const met = wanted.filter(([key, value]) => address[key] === value).length;
    // Of two that fit alike, the one whose path says more.
    return [{ to, score: met - 2 * (wanted.length - met) + pathOf(to).length / 1000 }];
  });
  return fitting.sort((a, b) => b.score - a.score)[0]?.to;
}

const pathOf = (to: string) => to.split('?')[0] ?? to;
const searchOf = (to: string) => Object.fromEntries(new URLSearchParams(to.split('?')[1] ?? ''));

import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useRolesWords, type Placed } from './roles.web.ts';
import styles from './roles.module.css';

const groups = ['plan', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7', 'check'] as const;
type Group = (typeof groups)[number];
const quarterMs = 92 * 86_400_000;

function groupOf({ clause }: Placed): Group {
  const found = groups.find((group) => clause?.startsWith(`${group}.`) === true);
  return found ?? (/^(?:9|10)\b/.test(clause ?? '') ? 'check' : 'plan');
}

/** 4.4: the processes and what they hand to one another, with those that have fallen silent. */
export function Landscape({ items, today }: { items: readonly Placed[]; today: string }) {
  const t = useRolesWords();
  const [chosen, setChosen] = useState<string>();
  const one = items.find(({ id }) => id === chosen);
  const gives = new Set(one?.interfaceIds ?? []);
  const takes = new Set(items.filter(({ interfaceIds }) => chosen !== undefined && interfaceIds.includes(chosen)).map(({ id }) => id));
  const by = Map.groupBy(items, groupOf);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">{t('roles_page.map_hint')}</Text>
      <Stack gap="sm">
        {groups.map((group) => (
          <Paper key={group} p="sm" component="section" aria-label={t(`roles_page.group.${group}`)}>
            <Title order={3} size="h6" mb={8}>{t(`roles_page.group.${group}`)}</Title>
            <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing={8} verticalSpacing={8}>
              {(by.get(group) ?? []).map((item) => (
                <Tile
                  key={item.id}
                  item={item}
                  today={today}
                  look={one === undefined ? undefined : item.id === one.id ? 'chosen' : gives.has(item.id) ? 'gives' : takes.has(item.id) ? 'takes' : 'far'}
                  onChoose={() => setChosen(item.id === chosen ? undefined : item.id)}
                />
              ))}
            </SimpleGrid>
          </Paper>
        ))}
      </Stack>
    </>
  );
} // prettier-ignore

type Look = 'chosen' | 'gives' | 'takes' | 'far' | undefined;

function Tile({ item, today, look, onChoose }: { item: Placed; today: string; look: Look; onChoose: () => void }) {
  const t = useRolesWords();
  const format = useFormat();
  const silent = item.newest === null || Date.parse(today) - Date.parse(item.newest) > quarterMs;
  const confirmed = item.silentTo !== null && Date.parse(today) - Date.parse(item.silentTo) <= quarterMs;
  const told = !item.built
    ? t('roles_page.not_counted')
    : !silent && item.newest !== null
      ? t('roles_page.last', { date: format.day(item.newest.slice(0, 10)) })
      : confirmed && item.silentTo !== null
        ? t('roles_page.confirmed_silent', { date: format.day(item.silentTo) })
        : t('roles_page.silent');
  const className = look === 'chosen' ? styles['chosen'] : look === 'far' ? styles['far'] : look === undefined ? '' : styles['near'];
  return (
    <div role="button" tabIndex={0} className={`${styles['tile']} ${className ?? ''}`} aria-pressed={look === 'chosen'} onClick={onChoose} onKeyDown={(event) => event.key === 'Enter' && onChoose()}>
      <Group gap={4} justify="space-between" wrap="nowrap">
        <Anchor size="sm" fw={600} truncate renderRoot={(p) => <Link {...p} to={paths.record('sms-processes', item.number)} onClick={(event) => event.stopPropagation()} />}>{item.title}</Anchor>
        <Text size="xs" c="dimmed">{look === 'gives' ? '←' : look === 'takes' ? '→' : item.clause}</Text>
      </Group>
      <Text size="xs" c={item.owner === null ? 'orange' : 'dimmed'} truncate>{item.owner ?? t('roles_page.no_owner')}</Text>
      <Text size="xs" c={item.built && silent && !confirmed ? 'orange' : 'dimmed'} truncate>{look === 'gives' ? t('roles_page.takes') : look === 'takes' ? t('roles_page.hands_over') : told}</Text>
    </div>
  );
} // prettier-ignore

import { Group, Text } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { StateBadge } from './field/StateBadge.tsx';
import { paths } from './paths.ts';
import type { MenuEntry } from './practice-web.ts';
import { useMeta } from './queries.ts';
import { useFound } from './record/NumberPicker.tsx';
import { useSeen } from './seen.ts';
import { useLabels, useT } from './words.ts';
import '@mantine/spotlight/styles.layer.css';

/** ⌘K: pages, "new …", and every record that the words find. */
export default function Search({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useT();
  const labels = useLabels();
  const meta = useMeta();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const found = useFound(words, 12);
  const wanted = words.trim().toLowerCase();
  const fits = (label: string) => wanted === '' || label.toLowerCase().includes(wanted);
  const types = new Set(meta.types.filter((x) => x.visible !== false).map((x) => x.type));
  const pages = menu
    .filter((entry) => entry.type === undefined || types.has(entry.type))
    .map((entry) => ({ ...entry, words: labels.key(entry.label) }))
    .filter((entry) => fits(entry.words));
  const creatable = meta.types
    .filter((x) => x.create.allowed)
    .map((x) => ({ plural: x.plural, words: labels.createTitle(x.type) }))
    .filter((x) => fits(x.words));
  // What was seen lately is found at once; what the server finds replaces it a moment later.
  const seen = useSeen(useDeferredValue(wanted));
  const current = found.data !== undefined && !found.isPlaceholderData && found.words === words.trim();
  const records =
    wanted === '' ? [] : current ? found.data.items : seen.length > 0 ? seen : (found.data?.items ?? []);
  return (
    <Spotlight.Root
      query={words}
      onQueryChange={setWords}
      // The frame listens for it, so that this need not be loaded before.
      shortcut={null}
      scrollable
      maxHeight={460}
      size="lg"
    >
      <Spotlight.Search
        placeholder={t('shell.search')}
        aria-label={t('shell.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {records.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.records')}>
            {records.map((r) => {
              const type = meta.types.find((x) => x.type === r.type);
              return (
                <Spotlight.Action
                  key={r.number}
                  aria-label={`${r.number} ${r.title}`}
                  onClick={() => void navigate({ to: paths.record(r.plural, r.number) })}
                >
                  <Group gap="sm" wrap="nowrap" w="100%">
                    <Text size="xs" c="dimmed" w={100} style={{ flexShrink: 0 }}>
                      {r.number}
                    </Text>
                    <Text size="sm" truncate style={{ flex: 1 }}>
                      {r.title}
                    </Text>
                    <StateBadge meta={type} state={r.state} size="sm" />
                  </Group>
                </Spotlight.Action>
              );
            })}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.pages')}>
            {pages.map((entry) => (
              <Spotlight.Action
                key={entry.to}
                label={entry.words}
                leftSection={<entry.icon size={16} aria-hidden />}
                onClick={() => void navigate({ href: entry.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {creatable.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.create')}>
            {creatable.map((x) => (
              <Spotlight.Action
                key={x.plural}
                label={x.words}
                onClick={() => void navigate({ to: paths.create(x.plural) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {records.length === 0 && pages.length === 0 && creatable.length === 0 && (
          <Spotlight.Empty>{found.isFetching ? t('ui.loading') : t('ui.nothing_found')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

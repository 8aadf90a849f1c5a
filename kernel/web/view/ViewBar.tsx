import { ActionIcon, Badge, Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBookmark,
  IconBookmarkFilled,
  IconChevronDown,
  IconDeviceFloppy,
  IconDots,
  IconHome,
  IconPencil,
  IconTrash,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { useDeskT } from '../desk-words.ts';
import type { MetaType } from '../contract.ts';
import type { QueueQuery } from '../queue/query.ts';
import { isSame, keptOf, useViews, viewsKey, type SavedView } from './views.ts';

const ViewModal = lazy(async () => ({ default: (await import('./ViewModal.tsx')).ViewModal }));

const shownAtOnce = 5;

/** The saved views of a list: a row of names, what changed since, and saving. The address stays the truth. */
export function ViewBar({
  meta,
  query,
  columns,
}: {
  meta: MetaType;
  query: QueueQuery;
  columns: readonly string[];
}) {
  const desk = useDeskT();
  const navigate = useNavigate();
  const views = useViews(meta.type);
  const [asked, setAsked] = useState<{ readonly view?: SavedView }>();
  const active = views.find((view) => view.id === query.search['view']);
  const open = (view: SavedView) => void navigate({ to: '.', search: { ...view.query, view: view.id } });
  // Whichever is open stays in sight.
  const first = views.slice(0, shownAtOnce);
  const row = active && !first.includes(active) ? [...first.slice(0, shownAtOnce - 1), active] : first;
  const rest = views.filter((view) => !row.includes(view));
  const now = { ...keptOf(query.search), columns: columns.join(',') };
  return (
    <Group gap={4} role="group" aria-label={desk('view.title')} mih={26}>
      {row.map((view) => (
        <Button
          key={view.id}
          size="compact-sm"
          variant={view === active ? 'light' : 'subtle'}
          {...(view === active ? {} : { color: 'gray' })}
          fw={view === active ? 600 : 500}
          aria-pressed={view === active}
          leftSection={<Sharedness view={view} />}
          onClick={() => open(view)}
          maw={240}
        >
          {view.name}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              rightSection={<IconChevronDown size={13} aria-hidden />}
            >
              {desk('view.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
            {rest.map((view) => (
              <Menu.Item key={view.id} leftSection={<Sharedness view={view} />} onClick={() => open(view)}>
                {view.name}
                {!view.mine && (
                  <Text size="xs" c="dimmed">
                    {desk('view.by', { owner: view.owner.name })}
                  </Text>
                )}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {active ? (
        <ActiveView
          view={active}
          changed={!isSame(active, query.search)}
          now={now}
          onBack={() => open(active)}
          onAsk={(view) => setAsked(view ? { view } : {})}
          onGone={() => query.set({ view: undefined })}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setAsked({})}
        >
          {desk('view.save')}
        </Button>
      )}
      {asked && (
        <Suspense fallback={null}>
          <ViewModal
            meta={meta}
            view={asked.view}
            query={now}
            onClose={() => setAsked(undefined)}
            onSaved={(view) => {
              setAsked(undefined);
              if (!asked.view) query.set({ view: view.id, columns: view.query['columns'] });
            }}
          />
        </Suspense>
      )}
    </Group>
  );
}

function Sharedness({ view }: { view: SavedView }) {
  if (view.isDefault) return <IconHome size={13} aria-hidden />;
  if (view.sharedWith === 'team') return <IconUsers size={13} aria-hidden />;
  if (view.sharedWith === 'all') return <IconWorld size={13} aria-hidden />;
  return null;
}

/** What may be done with the view that is open; only its owner changes it. */
function ActiveView(props: {
  readonly view: SavedView;
  readonly changed: boolean;
  readonly now: SavedView['query'];
  readonly onBack: () => void;
  readonly onAsk: (view?: SavedView) => void;
  readonly onGone: () => void;
}) {
  const { view, changed, now, onBack, onAsk, onGone } = props;
  const desk = useDeskT();
  const complain = useComplain();
  const client = useQueryClient();
  const path = `/views/${view.id}`;
  const run = useMutation({
    mutationFn: async (what: 'update' | 'delete' | 'default' | 'not_default') => {
      if (what === 'update') await api.patch(path, { query: now });
      else if (what === 'delete') await api.delete(path);
      else if (what === 'default') await api.post(`${path}/default`, {});
      else await api.delete(`${path}/default`);
      return what;
    },
    onSuccess: async (what) => {
      if (what === 'delete') onGone();
      celebrate(desk(what === 'delete' ? 'view.deleted' : 'view.saved', { name: view.name }));
      await client.invalidateQueries({ queryKey: viewsKey });
    },
    onError: complain,
  });
  return (
    <>
      {changed && (
        <>
          <Badge size="sm" color="yellow" tt="none">
            {desk('view.changed')}
          </Badge>
          {view.mine && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconDeviceFloppy size={14} aria-hidden />}
              loading={run.isPending}
              onClick={() => run.mutate('update')}
            >
              {desk('view.update')}
            </Button>
          )}
        </>
      )}
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Tooltip label={view.mine ? view.name : desk('view.by', { owner: view.owner.name })}>
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              aria-label={`${desk('view.title')}: ${view.name}`}
            >
              <IconDots size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {changed && (
            <Menu.Item leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={onBack}>
              {desk('view.back')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconBookmark size={15} aria-hidden />} onClick={() => onAsk()}>
            {desk('view.save_as')}
          </Menu.Item>
          <Menu.Item
            leftSection={
              view.isDefault ? (
                <IconBookmarkFilled size={15} aria-hidden />
              ) : (
                <IconHome size={15} aria-hidden />
              )
            }
            onClick={() => run.mutate(view.isDefault ? 'not_default' : 'default')}
          >
            {desk(view.isDefault ? 'view.not_default' : 'view.default')}
          </Menu.Item>
          {view.mine && (
            <>
              <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => onAsk(view)}>
                {desk('view.rename')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={15} aria-hidden />}
                onClick={() => run.mutate('delete')}
              >
                {desk('view.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

import { Avatar, Badge, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconLock, IconMessage, IconPointFilled } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { Linked } from '../../../platform/ui/Linked.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { Comment, MetaField, MetaType, Refs, TrailEvent } from '../contract.ts';
import { FieldValue } from '../field/FieldValue.tsx';
import type { FieldOverride, FieldOverrides } from '../field/override.ts';
import { endpoints } from '../paths.ts';
import { keys, useComments, type EventPage } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { AsOfPicker } from './AsOfPicker.tsx';
import { Composer } from './Composer.tsx';
import styles from './record.module.css';

type Entry = { readonly at: string; readonly key: string } & (
  | { readonly comment: Comment }
  | { readonly event: TrailEvent }
);

/** Everything that happened to a record, newest first: comments and the trail's events in one line. */
export function Timeline({
  meta,
  number,
  mayComment,
  overrides,
}: {
  meta: MetaType;
  number: string;
  mayComment: boolean;
  overrides?: FieldOverrides | undefined;
}) {
  const t = useT();
  const [onlyComments, setOnlyComments] = useState(false);
  const comments = useComments(meta, number);
  const events = useInfiniteQuery({
    queryKey: [...keys.record(meta.type, number), 'events'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.get<EventPage>(
        `${endpoints.record(meta.plural, number)}/events${writeQuery({ cursor: pageParam })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const refs: Refs = Object.assign({}, ...(events.data?.pages.map((p) => p.refs) ?? []));
  const entries = useMemo(() => {
    const said: Entry[] = (comments.data?.items ?? []).map((comment) => ({
      at: comment.at,
      key: comment.id,
      comment,
    }));
    // A comment is its own entry; the event that recorded it would say it twice.
    const happened: Entry[] = (events.data?.pages ?? [])
      .flatMap((p) => p.items)
      .filter((e) => e.action !== 'comment')
      .map((event) => ({ at: event.at, key: `e${event.seq}`, event }));
    return [...said, ...(onlyComments ? [] : happened)].sort((a, b) => b.at.localeCompare(a.at));
  }, [comments.data, events.data, onlyComments]);
  return (
    <Paper p="md" component="section" aria-label={t('timeline.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('timeline.title')}
        </Title>
        <Group gap="sm">
          <AsOfPicker />
          <Checkbox
            size="xs"
            label={t('timeline.only_comments')}
            checked={onlyComments}
            onChange={(e) => setOnlyComments(e.currentTarget.checked)}
          />
        </Group>
      </Group>
      {mayComment && <Composer meta={meta} number={number} />}
      {comments.isError && <ErrorState error={comments.error} retry={() => void comments.refetch()} />}
      {events.isError && <ErrorState error={events.error} retry={() => void events.refetch()} />}
      {(events.isPending || comments.isPending) && !events.isError && !comments.isError ? (
        <Loading minHeight={80} />
      ) : (
        <div role="feed" aria-label={t('timeline.title')}>
          {entries.map((entry) =>
            'comment' in entry ? (
              <Said key={entry.key} comment={entry.comment} />
            ) : (
              <Happened key={entry.key} meta={meta} event={entry.event} refs={refs} overrides={overrides} />
            ),
          )}
        </div>
      )}
      {events.hasNextPage && (
        <Button
          variant="subtle"
          onClick={() => void events.fetchNextPage()}
          loading={events.isFetchingNextPage}
        >
          {t('timeline.earlier')}
        </Button>
      )}
    </Paper>
  );
}

function When({ at }: { at: string }) {
  const format = useFormat();
  return (
    <Text span size="xs" c="dimmed" title={format.full(at)}>
      {format.dateTime(at)}
    </Text>
  );
}

function Said({ comment }: { comment: Comment }) {
  const t = useT();
  const name = comment.author?.name ?? t('timeline.software');
  return (
    <article className={styles['entry']} aria-label={t('timeline.comment_by', { name })}>
      <Avatar size={20} radius="xl" name={name} color="initials" aria-hidden />
      <Stack gap={4}>
        <Group gap={8}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <When at={comment.at} />
          <Badge
            size="sm"
            color={comment.public ? 'blue' : 'yellow'}
            leftSection={
              comment.public ? <IconMessage size={11} aria-hidden /> : <IconLock size={11} aria-hidden />
            }
          >
            {comment.public ? t('comment.public') : t('comment.internal')}
          </Badge>
          {comment.carriedFrom !== null && (
            <Text size="xs" c="dimmed">
              {t('files.carried', { number: comment.carriedFrom })}
            </Text>
          )}
        </Group>
        <div className={styles['note']} data-internal={!comment.public || undefined}>
          <Text size="sm">
            <Linked text={comment.body} />
          </Text>
        </div>
      </Stack>
    </article>
  );
}

function Happened({
  meta,
  event,
  refs,
  overrides,
}: {
  meta: MetaType;
  event: TrailEvent;
  refs: Refs;
  overrides: FieldOverrides | undefined;
}) {
  const t = useT();
  const labels = useLabels();
  const changes = Object.entries(event.changes ?? {}).flatMap(([key, [before, after]]) => {
    const field = meta.fields.find((f) => f.key === key);
    // A new record's empty fields and counters at zero tell nothing.
    const idle =
      event.fromState === null &&
      (after === null ||
        after === 0 ||
        after === false ||
        after === '' ||
        (Array.isArray(after) && after.length === 0));
    return field && !idle ? [{ field, before, after }] : [];
  });
  const behalf = refs[String(event.detail?.['onBehalfOf'])];
  const moved = event.toState !== null && event.fromState !== event.toState;
  return (
    <article className={styles['entry']} aria-label={labels.action(meta.type, event.action)}>
      <IconPointFilled size={16} style={{ margin: '2px' }} opacity={0.4} aria-hidden />
      <Stack gap={2}>
        <Group gap={8}>
          <Text size="sm">
            <b>{event.actor?.name ?? t('timeline.software')}</b>
            {behalf && ` (${t('approvals.on_behalf', { name: behalf.title })})`} ·{' '}
            {labels.action(meta.type, event.action)}
            {typeof event.detail?.['undone'] === 'string' &&
              ` · ${labels.action(meta.type, event.detail['undone'])}`}
            {typeof event.detail?.['number'] === 'string' && ` · ${event.detail['number']}`}
          </Text>
          {moved && (
            <Group gap={4}>
              {event.fromState !== null && (
                <>
                  <Text size="xs" c="dimmed">
                    {labels.state(meta.type, event.fromState)}
                  </Text>
                  <IconArrowRight size={12} aria-hidden />
                </>
              )}
              <Text size="xs">{labels.state(meta.type, event.toState ?? '')}</Text>
            </Group>
          )}
          <When at={event.at} />
          {event.channel !== 'web' && (
            <Text size="xs" c="dimmed">
              {labels.key(`channel.${event.channel}`, event.channel)}
            </Text>
          )}
        </Group>
        {event.reason !== null && event.reason !== '' && (
          <Text size="sm" c="dimmed">
            {t('timeline.reason', {
              reason: event.reason.startsWith('@') ? labels.key(event.reason.slice(1)) : event.reason,
            })}
          </Text>
        )}
        {typeof event.detail?.['note'] === 'string' && (
          <Text size="sm" c="dimmed">
            {labels.key(event.detail['note'])}
          </Text>
        )}
        {changes.map(({ field, before, after }) => (
          <Change
            key={field.key}
            meta={meta}
            field={field}
            before={before}
            after={after}
            refs={refs}
            own={overrides?.[field.key]?.Value}
          />
        ))}
      </Stack>
    </article>
  );
}

function Change(props: {
  readonly meta: MetaType;
  readonly field: MetaField;
  readonly before: unknown;
  readonly after: unknown;
  readonly refs: Refs;
  readonly own: FieldOverride['Value'];
}) {
  const { meta, field, before, after, refs, own: Own } = props;
  const labels = useLabels();
  // What is kept in other units than it is read in (cents) is read here as on the page.
  const shown = (value: unknown) =>
    Own && field.kind === 'integer' && typeof value === 'number' ? (
      <Own value={value} refs={refs} />
    ) : (
      <FieldValue meta={meta} field={field} value={value} refs={refs} />
    );
  // A practice that draws a structure on its page draws it in its history too.
  if (Own && field.kind === 'structure' && after !== null)
    return (
      <div>
        <Text size="xs" c="dimmed">
          {labels.field(meta.type, field.key)}
        </Text>
        <Own value={after} refs={refs} />
      </div>
    );
  return (
    <Group gap={6} align="baseline">
      <Text size="xs" c="dimmed">
        {labels.field(meta.type, field.key)}
      </Text>
      {before !== null && before !== undefined && (
        <>
          {shown(before)}
          <IconArrowRight size={12} aria-hidden />
        </>
      )}
      {shown(after)}
    </Group>
  );
}

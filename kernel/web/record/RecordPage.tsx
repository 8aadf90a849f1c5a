import { ActionIcon, CopyButton, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconLink, IconPencil } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useKeys } from '../../../platform/ui/keyboard.ts';
import { useSettled } from '../../../platform/ui/settled.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { MetaField, MetaType, Whole } from '../contract.ts';
import { Approvals } from '../approval/Panel.tsx';
import type { FieldOverrides } from '../field/override.ts';
import { RefLink } from '../field/FieldValue.tsx';
import { Priority } from '../field/Priority.tsx';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { useVisited } from '../menu.ts';
import { askAhead, listed, recordQuery, useMeta, useMetaType } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { Actions, type Dialogs } from './Actions.tsx';
import { Attachments } from './Attachments.tsx';
import { Beside } from './Beside.tsx';
import { Clocks } from './Clocks.tsx';
import { Crumb } from './Crumb.tsx';
import { Details, InPlace } from './Details.tsx';
import { Links } from './Links.tsx';
import { Pending } from './Pending.tsx';
import { Presence } from './Presence.tsx';
import { Similar } from './Similar.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './record.module.css';

const AsOf = lazy(() => import('./AsOf.tsx'));
const TimePanel = lazy(() => import('../time/TimePanel.tsx'));

export type SectionProps = { readonly meta: MetaType; readonly record: Whole };
export type RecordPageProps = {
  readonly type: string;
  readonly overrides?: FieldOverrides;
  /** Fields of the first panel, in this order; the rest goes to "Details". */
  readonly first?: readonly string[];
  /** Fields that the practice's own panels show. */
  readonly hidden?: readonly string[];
  /** Actions shown as buttons, in this order. */
  readonly primary?: readonly string[];
  /** A practice's own dialogs, for actions that no generic form could ask for. */
  readonly dialogs?: Dialogs;
  /** A practice's own panels: above the details, between them and the history, or beside them. */
  readonly sections?: {
    readonly main?: (props: SectionProps) => ReactNode;
    readonly below?: (props: SectionProps) => ReactNode;
    readonly side?: (props: SectionProps) => ReactNode;
  };
  /** People and calendars are not worked on: no similar records. */
  readonly register?: boolean;
  /** The practice knows which of its records are like one another. */
  readonly similar?: boolean;
};

/** One record of any type, drawn from /meta. */
export function RecordPage(props: RecordPageProps) {
  const meta = useMetaType(props.type);
  const { number = '' } = useParams({ strict: false });
  const { asOf }: { asOf?: string } = useSearch({ strict: false });
  const client = useQueryClient();
  const record = useQuery(recordQuery(meta, number));
  // All of it at once, and not each part when the one before has been drawn.
  useEffect(() => askAhead(client, meta, number), [client, meta, number]);
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (record.isPending) return <Expected meta={meta} number={number} />;
  if (asOf !== undefined) {
    return (
      <Suspense fallback={<Loading minHeight={320} />}>
        <AsOf meta={meta} number={number} at={asOf} overrides={props.overrides} />
      </Suspense>
    );
  }
  return <Shown {...props} meta={meta} record={record.data} />;
}

/** The head alone, from the list that somebody came from: the click is answered before the server has. */
function Expected({ meta, number }: { readonly meta: MetaType; readonly number: string }) {
  const row = listed(useQueryClient(), meta, number);
  if (!row) return <Loading minHeight={320} />;
  return (
    <article aria-busy aria-label={`${row.number} ${row.title}`}>
      <header className={styles['head']}>
        <Stack gap={4}>
          <Group gap={8}>
            <Crumb meta={meta} number={row.number} />
            <StateBadge meta={meta} state={row.state} />
            {typeof row.priority === 'number' && <Priority value={row.priority} />}
          </Group>
          <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {row.title}
          </Title>
        </Stack>
      </header>
      <Loading minHeight={320} />
    </article>
  );
}

function Shown({
  meta,
  record,
  overrides,
  first = [],
  hidden = [],
  primary,
  dialogs,
  sections,
  register = false,
  similar = false,
}: RecordPageProps & SectionProps) {
  const t = useT();
  const labels = useLabels();
  // Rates are seen by staff alone, as all that is booked by them.
  const inside = useMeta().types.some((type) => type.type === 'time-rate' && type.visible === true);
  const { visit } = useVisited();
  useEffect(() => {
    visit({ to: paths.record(meta.plural, record.number), number: record.number, title: record.title });
  }, [visit, meta.plural, record.number, record.title]);
  useEffect(() => {
    document.title = `${record.number} ${record.title} · Servanda`;
  }, [record.number, record.title]);
  useKeys([
    {
      keys: 'm',
      group: labels.name(meta.type),
      help: t('keys.comment'),
      run: () => focusLabelled(t('comment.write')),
    },
  ]);
  const shownAbove = new Set(['title', 'priority', 'state', ...hidden]);
  const isFirst = (f: MetaField) => first.includes(f.key) && !shownAbove.has(f.key);
  const isFurther = (f: MetaField) => !isFirst(f) && !shownAbove.has(f.key);
  const ordered: MetaType = {
    ...meta,
    fields: [...meta.fields].sort((a, b) => rank(first, a.key) - rank(first, b.key)),
  };
  const side = sections?.side?.({ meta, record });
  // First what the record says, then what stands below and beside it: the first is there within a moment of the click.
  const rest = useDeferredValue(true, false);
  return (
    <article aria-label={`${record.number} ${record.title}`}>
      <Header meta={meta} record={record} overrides={overrides} primary={primary} dialogs={dialogs} />
      <div className={styles['page']}>
        <Stack gap="sm">
          <Pending meta={meta} record={record} />
          <Approvals meta={meta} number={record.number} />
          {sections?.main?.({ meta, record })}
          {first.length > 0 && (
            <Paper p="md" component="section" aria-label={t('record.summary')}>
              <Details meta={ordered} record={record} overrides={overrides} only={isFirst} />
            </Paper>
          )}
          {meta.fields.some(isFurther) && (
            <Paper p="md" component="section" aria-label={t('record.details')}>
              <Title order={2} size="h5" mb="sm">
                {t('record.details')}
              </Title>
              <Details meta={meta} record={record} overrides={overrides} only={isFurther} />
            </Paper>
          )}
          {rest && sections?.below?.({ meta, record })}
          {rest && (
            <Timeline
              meta={meta}
              number={record.number}
              mayComment={record.can['comment']?.ok === true}
              overrides={overrides}
            />
          )}
        </Stack>
        {rest && (
          <Side key={record.number}>
            <Clocks meta={meta} number={record.number} clocks={record.clocks} />
            {side}
            <Beside meta={meta} record={record} />
            {!register && inside && (
              <Suspense>
                <TimePanel meta={meta} number={record.number} />
              </Suspense>
            )}
            <Links meta={meta} number={record.number} />
            <Attachments meta={meta} number={record.number} />
            {similar && <Similar meta={meta} record={record} />}
            <Dates record={record} />
          </Side>
        )}
      </div>
    </article>
  );
}

/** A dozen panels, each with its own answer from the server: shown when they stand, for each would push the next down. */
function Side({ children }: { children: ReactNode }) {
  const settled = useSettled(sideWaits);
  return (
    <Stack gap="sm" style={settled ? undefined : { visibility: 'hidden' }}>
      {children}
    </Stack>
  );
}
/** What takes longer is not waited for. */
const sideWaits = { restMs: 150, mostMs: 1500 };

const rank = (order: readonly string[], key: string) =>
  order.includes(key) ? order.indexOf(key) : order.length;

function focusLabelled(label: string) {
  document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${CSS.escape(label)}"]`)?.focus();
}

function Header(props: {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly overrides: FieldOverrides | undefined;
  readonly primary: readonly string[] | undefined;
  readonly dialogs: Dialogs | undefined;
}) {
  const { meta, record, overrides, primary, dialogs } = props;
  const t = useT();
  const labels = useLabels();
  const [editing, setEditing] = useState(false);
  const title = meta.fields.find((f) => f.key === 'title');
  const mayEdit =
    record.can['edit']?.ok === true &&
    meta.actions.some((a) => a.name === 'edit' && a.fields.includes('title'));
  return (
    <header className={styles['head']}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} style={{ flex: '1 1 380px', minWidth: 0 }}>
          <Group gap={8}>
            <Crumb meta={meta} number={record.number} />
            <CopyButton value={`${location.origin}${paths.record(meta.plural, record.number)}`}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? t('ui.copied') : t('record.copy_link')}>
                  <ActionIcon size="xs" aria-label={t('record.copy_link')} onClick={copy}>
                    {copied ? <IconCheck size={13} aria-hidden /> : <IconLink size={13} aria-hidden />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
            <StateBadge meta={meta} state={record.state} />
            {record.priority !== null && <Priority value={record.priority} />}
            {record.serviceId !== null && <RefLink id={record.serviceId} refs={record.refs} />}
            <Presence key={record.number} meta={meta} number={record.number} />
          </Group>
          {editing && title ? (
            <InPlace meta={meta} record={record} field={title} required onClose={() => setEditing(false)} />
          ) : (
            <Group gap={6} wrap="nowrap">
              <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
                {record.title}
              </Title>
              {mayEdit && (
                <ActionIcon
                  size="sm"
                  aria-label={t('record.edit_field', { name: labels.field(meta.type, 'title') })}
                  onClick={() => setEditing(true)}
                >
                  <IconPencil size={14} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          )}
        </Stack>
        <Actions meta={meta} record={record} overrides={overrides} primary={primary} dialogs={dialogs} />
      </Group>
    </header>
  );
}

function Dates({ record }: { record: Whole }) {
  const labels = useLabels();
  const format = useFormat();
  const dates = (['createdAt', 'updatedAt', 'closedAt'] as const).flatMap((key) => {
    const at = record[key];
    return at === null || at === undefined ? [] : [{ key, at }];
  });
  return (
    <Stack gap={2} px="md">
      {dates.map(({ key, at }) => (
        <Text key={key} size="xs" c="dimmed" title={format.full(at)}>
          {labels.field(record.type, key)}: {format.dateTime(at)}
        </Text>
      ))}
      {record.source !== null && record.source !== undefined && (
        <Text size="xs" c="dimmed">
          {labels.field(record.type, 'source')}: {[record.source, record.sourceRef].filter(Boolean).join(' ')}
        </Text>
      )}
    </Stack>
  );
}

import { Button, Group, Stack, Title } from '@mantine/core';
import { IconBook2, IconPhone, IconVideo } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { value, type MetaType, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { Priority } from '../../../kernel/web/field/Priority.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { Actions } from '../../../kernel/web/record/Actions.tsx';
import { Crumb } from '../../../kernel/web/record/Crumb.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { MajorCall } from './MajorDialogs.tsx';
import { moneyOverrides } from './Money.tsx';
import { face, useMajorWords, useSecond } from './major.web.ts';
import styles from './major.module.css';

type Props = { readonly meta: MetaType; readonly record: Whole };
const primary = ['stabilise', 'restore', 'open_review', 'finish_review', 'close', 'assign_roles', 'relapse'];
/** These ask in their own way, on this page. */
const ownWay = new Set(['declare', 'inform_management', 'post_update', 'record_entry']);
const text = (record: Whole, key: string) => {
  const found = value(record, key);
  return typeof found === 'string' ? found : undefined;
};

/** All that somebody must see who comes in late and has five seconds. */
export function MajorHeader({ meta, record }: Props) {
  const t = useMajorWords();
  const hot = record.state === 'declared' || record.state === 'stabilised';
  const bridge = text(record, 'bridge');
  const others = { ...meta, actions: meta.actions.filter((a) => !ownWay.has(a.name)) };
  return (
    <header className={styles['head']} data-hot={hot || undefined}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} style={{ flex: '1 1 380px', minWidth: 0 }}>
          <Group gap={8}>
            <Crumb meta={meta} number={record.number} />
            <StateBadge meta={meta} state={record.state} />
            {record.priority !== null && <Priority value={record.priority} />}
            {record.serviceId !== null && <RefLink id={record.serviceId} refs={record.refs} />}
          </Group>
          <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {record.title}
          </Title>
        </Stack>
        <Group gap={6} className={styles['noPrint']}>
          {bridge !== undefined && record.state !== 'closed' && <Bridge bridge={bridge} />}
          <Button
            variant="default"
            leftSection={<IconBook2 size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to="/major-incidents/runbook" />}
          >
            {t('major.runbook')}
          </Button>
          {text(record, 'managementInformedAt') !== undefined && <MajorCall record={record} />}
          <Actions meta={others} record={record} overrides={moneyOverrides} primary={primary} />
        </Group>
      </Group>
      <Tiles record={record} />
    </header>
  );
}

function Bridge({ bridge }: { bridge: string }) {
  const t = useMajorWords();
  const byPhone = /^\+?\d/.test(bridge);
  return (
    <Button
      component="a"
      color="red"
      href={byPhone ? `tel:${bridge.replaceAll(/[^\d+,#*]/g, '')}` : bridge}
      target={byPhone ? undefined : '_blank'}
      rel="noreferrer"
      leftSection={byPhone ? <IconPhone size={15} aria-hidden /> : <IconVideo size={15} aria-hidden />}
      title={bridge}
    >
      {t('major.bridge')}
    </Button>
  );
}

type Tone = 'red' | 'orange' | 'teal' | undefined;

function Tiles({ record }: { record: Whole }) {
  const t = useMajorWords();
  const format = useFormat();
  const now = useSecond();
  const restoredAt = text(record, 'restoredAt');
  const clock = (name: string) => record.clocks.find((c) => c.name === name);
  /** How long until, or since when too late. */
  const until = (
    due: string | null | undefined,
    nearMs: number,
  ): { words: string; tone: Tone } | undefined => {
    if (!due) return undefined;
    const left = Date.parse(due) - now;
    if (left < 0) return { words: t('major.over', { time: face(left) }), tone: 'red' };
    return { words: t('major.in_time', { time: face(left) }), tone: left < nearMs ? 'orange' : undefined };
  };
  const end = restoredAt === undefined ? now : Date.parse(restoredAt);
  const update = until(clock('update')?.status === 'running' ? clock('update')?.dueAt : undefined, 600_000);
  const management = clock('management');
  const informed = text(record, 'managementInformedAt');
  const told = until(management?.status === 'running' ? management.dueAt : undefined, 600_000);
  const reviewing = record.state === 'restored' || record.state === 'review_due';
  const review = text(record, 'reviewDueAt');
  return (
    <dl className={styles['tiles']}>
      <Tile
        label={restoredAt === undefined ? t('major.running_for') : t('major.lasted')}
        words={face(end - Date.parse(record.occurredAt))}
        detail={format.dateTime(record.occurredAt)}
        tone={restoredAt === undefined ? undefined : 'teal'}
      />
      {update && (
        <Tile
          label={t('major.next_update')}
          words={update.words}
          tone={update.tone}
          detail={format.clock(clock('update')?.dueAt ?? '')}
        />
      )}
      {record.state !== 'candidate' && record.state !== 'declined' && (
        <Tile
          label={t('major.management')}
          words={
            informed !== undefined
              ? t('major.management_informed', { at: format.clock(informed) })
              : (told?.words ?? t('major.management_never'))
          }
          tone={informed !== undefined ? (late(record, informed) ? 'orange' : 'teal') : (told?.tone ?? 'red')}
          detail={
            told && management?.dueAt
              ? t(informed === undefined ? 'major.management_by' : 'major.management_again', {
                  at: format.clock(management.dueAt),
                })
              : ''
          }
        />
      )}
      {reviewing && review !== undefined && (
        <Tile
          label={t('major.review')}
          words={format.dateTime(review)}
          tone={Date.parse(review) < now ? 'red' : undefined}
          detail={
            Date.parse(review) < now
              ? t('major.over', { time: format.duration(now - Date.parse(review)) })
              : t('major.in_time', { time: format.duration(Date.parse(review) - now) })
          }
        />
      )}
    </dl>
  );
}

const late = (record: Whole, informed: string) => {
  const due = text(record, 'managementDueAt');
  return due !== undefined && Date.parse(informed) > Date.parse(due);
};

function Tile(props: { label: string; words: string; detail: string; tone?: Tone }) {
  return (
    <div className={styles['tile']} data-tone={props.tone}>
      <dt>{props.label}</dt>
      <dd>
        {props.words}
        <small>{props.detail}</small>
      </dd>
    </div>
  );
}

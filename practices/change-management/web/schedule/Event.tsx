import { Anchor, Badge, Button, Group, HoverCard, Popover, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowsMove } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type CSSProperties } from 'react';
import type { Refs } from '../../../../kernel/web/contract.ts';
import { RefLink } from '../../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../../kernel/web/paths.ts';
import { useMetaType } from '../../../../kernel/web/queries.ts';
import { useLabels } from '../../../../kernel/web/words.ts';
import { useFormat } from '../../../../platform/ui/format.ts';
import { RiskBadge } from '../Risk.tsx';
import { useT } from '../useT.ts';
import { colourOf, isTentative, type Dragged, type Marked, type Planned } from './schedule.web.ts';
import styles from './schedule.module.css';

const tint = (colour: string): CSSProperties =>
  ({ '--tint': `var(--mantine-color-${colour}-6)` }) as CSSProperties;

/** A change as the calendar shows it: taken hold of with the mouse, or opened and moved with the keyboard. */
export function ChangeEvent(props: {
  readonly change: Planned;
  readonly refs: Refs;
  readonly onMove: (change: Planned) => void;
  readonly onDrag: (dragged: Dragged | null) => void;
  /** The instant under the pointer, less the change's beginning. */
  readonly offsetOf?: (event: React.DragEvent<HTMLElement>) => number;
  readonly style?: CSSProperties;
  readonly className?: string | undefined;
  readonly time?: string;
}) {
  const { change, style, className = '' } = props;
  const t = useT();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={320} withinPortal position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${styles['event'] ?? ''} ${className}`}
          style={{ ...tint(colourOf(change.riskLevel)), ...style }}
          data-movable={change.move.action === null ? undefined : true}
          data-tentative={isTentative(change.state) || undefined}
          draggable={change.move.action !== null}
          onDragStart={(event) => {
            setOpened(false);
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', change.number);
            props.onDrag({ change, offsetMs: props.offsetOf?.(event) ?? 0 });
          }}
          onDragEnd={() => props.onDrag(null)}
          onClick={() => setOpened((before) => !before)}
          title={`${change.number} ${change.title}`}
        >
          {change.collisions > 0 && (
            <IconAlertTriangle size={12} aria-label={t('change_schedule.collides')} style={{ verticalAlign: -2, marginRight: 3 }} />
          )}
          {props.time !== undefined && <Text span size="xs" c="dimmed">{props.time} </Text>}
          {change.title}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <About {...props} onMove={(one) => (setOpened(false), props.onMove(one))} />
      </Popover.Dropdown>
    </Popover>
  );
} // prettier-ignore

function About({ change, refs, onMove }: { change: Planned; refs: Refs; onMove: (change: Planned) => void }) {
  const t = useT();
  const format = useFormat();
  const meta = useMetaType('change');
  return (
    <Stack gap={8}>
      <Group justify="space-between" gap={8} wrap="nowrap">
        <Anchor fw={600} size="sm" renderRoot={(p) => <Link {...p} to={paths.record('changes', change.number)} />}>{change.number}</Anchor>
        <StateBadge meta={meta} state={change.state} size="sm" />
      </Group>
      <Text size="sm">{change.title}</Text>
      <Text size="xs" c="dimmed">{format.dateTime(change.from)} – {format.dateTime(change.to)}</Text>
      <Group gap={8}>
        {change.riskLevel === null ? <Badge size="sm" color="gray">{t('change_schedule.no_risk')}</Badge> : <RiskBadge level={change.riskLevel} />}
        {change.serviceId !== null && <RefLink id={change.serviceId} refs={refs} />}
      </Group>
      {change.implementerId !== null && (
        <Text size="xs">{t('change_schedule.implementer')}: {refs[change.implementerId]?.title ?? '—'}</Text>
      )}
      {change.move.action === null ? (
        <Text size="xs" c="dimmed">{change.move.why ?? t('change_schedule.not_movable')}</Text>
      ) : (
        <Button size="xs" variant="default" leftSection={<IconArrowsMove size={14} aria-hidden />} onClick={() => onMove(change)}>
          {t('change_schedule.move')}
        </Button>
      )}
    </Stack>
  );
} // prettier-ignore

const plurals = {
  freeze: 'change-freezes',
  maintenance: 'maintenance-notices',
  meeting: 'cab-meetings',
  release: 'releases',
} as const;
const tints = { freeze: 'cyan', maintenance: 'grape', meeting: 'indigo', release: 'pink' } as const;
export type Kind = keyof typeof plurals;

/** What is no change: it is read here and changed on its own page. */
export function MarkEvent({ mark, kind, style, className = '', bare = false }: { mark: Marked; kind: Kind; style?: CSSProperties; className?: string | undefined; bare?: boolean }) {
  const t = useT();
  const format = useFormat();
  const title = format.language === 'zh-CN' ? (mark.titleZh ?? mark.title) : mark.title;
  return (
    <HoverCard withinPortal openDelay={300} width={280}>
      <HoverCard.Target>
        <Link to={paths.record(plurals[kind], mark.number)} className={`${styles['mark'] ?? ''} ${className}`} style={{ ...tint(tints[kind]), textDecoration: 'none', ...style }}>
          {bare ? `${mark.number} ` : `${t(`change_schedule.${kind}`)}: `}{title}
        </Link>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="sm" fw={600}>{title}</Text>
        <Text size="xs" c="dimmed">{mark.number} · {format.dateTime(mark.from)} – {format.dateTime(mark.to)}</Text>
      </HoverCard.Dropdown>
    </HoverCard>
  );
} // prettier-ignore

export function Legend() {
  const t = useT();
  const labels = useLabels();
  const dot = (colour: string, words: string, dashed = false) => (
    <Group gap={5} key={words} wrap="nowrap">
      <span className={styles['legend']} style={{ ...tint(colour), ...(dashed ? { borderStyle: 'dashed', background: 'none' } : {}) }} />
      <Text size="xs" c="dimmed">{words}</Text>
    </Group>
  );
  return (
    <Group gap="sm">
      {(['low', 'medium', 'high', 'very_high'] as const).map((level) => dot(colourOf(level), `${t('change_schedule.risk')}: ${labels.option('change', 'riskLevel', level)}`))}
      {dot('gray', t('change_schedule.tentative'), true)}
      {dot('pink', t('change_schedule.release'))}
      {dot('cyan', t('change_schedule.freeze'))}
      {dot('grape', t('change_schedule.maintenance'))}
      {dot('indigo', t('change_schedule.meeting'))}
    </Group>
  );
} // prettier-ignore

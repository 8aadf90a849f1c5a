import { Anchor, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { daysBetween } from './days.ts';
import { Bar } from './GanttBar.tsx';
import { Arrows, Axis } from './GanttLines.tsx';
import { planOf, type Span } from './gantt.layout.ts';
import { useReadinessWords, type Planned } from './readiness.web.ts';
import styles from './gantt.module.css';

/** What is to be done, by whom and when, beside the days it takes; bars are moved with the mouse or the arrow keys. */
export function Gantt(props: { readonly items: readonly Planned[]; readonly today: string; readonly dayWidth: number }) {
  const { items, today, dayWidth } = props;
  const t = useReadinessWords();
  const format = useFormat();
  const meta = useMetaType('gap-action');
  const moved = useMoved();
  const scroller = useRef<HTMLDivElement>(null);
  const layout = planOf(items, moved.spans, today, dayWidth);
  useEffect(() => {
    // Today is where one begins to look.
    scroller.current?.scrollTo({ left: Math.max(0, daysBetween(layout.from, today) * dayWidth - Math.min(300, scroller.current.clientWidth * 0.4)) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for a scale, not with every move
  }, [dayWidth]);
  return (
    <div className={styles['gantt']}>
      <div className={styles['list']} role="table" aria-label={t('readiness.plan.title')}>
        <div className={styles['headrow']} />
        {items.map((one) => {
          const span = moved.spans[one.id] ?? { from: one.startsOn, to: one.dueOn };
          return (
            <div key={one.id} role="row" className={styles['row']}>
              <StateBadge meta={meta} state={one.state} size="sm" />
              <div role="cell" style={{ minWidth: 0 }}>
                <Anchor size="sm" truncate display="block" renderRoot={(p) => <Link {...p} to={paths.record('gap-actions', one.number)} />}>{one.title}</Anchor>
                <Text size="xs" c="dimmed" truncate>
                  {[one.owner, one.requirements.slice(0, 3).join(' '), span.from === null || span.to === null ? '' : `${format.day(span.from)} – ${format.day(span.to)}`].filter(Boolean).join(' · ')}
                </Text>
              </div>
            </div>
          );
        })}
      </div>
      <div className={styles['time']} ref={scroller}>
        <svg width={layout.width} height={layout.height} role="group" aria-label={t('readiness.plan.gantt')} style={{ display: 'block' }}>
          <Axis layout={layout} dayWidth={dayWidth} />
          <Arrows layout={layout} />
          {layout.bars.map((bar) => (
            <Bar
              key={bar.one.id}
              bar={bar}
              dayWidth={dayWidth}
              late={bar.one.dueOn !== null && bar.one.dueOn < today && (bar.one.state === 'planned' || bar.one.state === 'in_progress')}
              movable={bar.one.state === 'planned' || bar.one.state === 'in_progress'}
              label={t('readiness.plan.bar', { number: bar.one.number, title: bar.one.title, from: format.day(bar.span.from), to: format.day(bar.span.to), progress: bar.one.progress })}
              onMove={(span) => moved.to(bar.one, span)}
              onDone={() => moved.keep(bar.one)}
            />
          ))}
        </svg>
      </div>
      <Text size="xs" className={styles['hint'] ?? ''} aria-live="polite" c="dimmed">
        {moved.last ? t('readiness.plan.moved', { from: format.day(moved.last.from), to: format.day(moved.last.to) }) : t('readiness.plan.gantt')}
      </Text>
    </div>
  );
} // prettier-ignore

const settleMs = 700;

/** Days as they are shown while somebody moves them; kept on the server a moment after the last move. */
function useMoved() {
  const client = useQueryClient();
  const complain = useComplain();
  const [spans, setSpans] = useState<Readonly<Record<string, Span>>>({});
  const [last, setLast] = useState<Span>();
  const now = useRef(spans);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const forget = (id: string) =>
    setSpans((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== id)));
  const save = useMutation({
    mutationFn: ({ one, span }: { one: Planned; span: Span }) =>
      api.patch(`/gap-actions/${one.number}`, { startsOn: span.from, dueOn: span.to }, { version: one.version }),
    onSettled: async (_data, _error, { one }) => {
      await client.invalidateQueries({ queryKey: keys.type('gap-action') });
      forget(one.id);
    },
    onError: complain,
  });
  useEffect(() => {
    now.current = spans;
  }, [spans]);
  return {
    spans,
    last,
    to: (one: Planned, span: Span) => {
      setSpans((before) => ({ ...before, [one.id]: span }));
      setLast(span);
    },
    keep: (one: Planned) => {
      clearTimeout(timers.current.get(one.id));
      timers.current.set(
        one.id,
        setTimeout(() => {
          const span = now.current[one.id];
          if (span && (span.from !== one.startsOn || span.to !== one.dueOn)) save.mutate({ one, span });
        }, settleMs),
      );
    },
  };
} // prettier-ignore

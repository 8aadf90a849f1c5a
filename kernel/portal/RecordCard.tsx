import { IconAlertCircle, IconCircleCheck, IconHourglass, IconMessageQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../platform/ui/format.ts';
import { places } from './places.ts';
import { promiseState } from './promise.ts';
import type { Line } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

const icons = {
  us: IconHourglass,
  answer: IconMessageQuestion,
  confirm: IconCircleCheck,
  over: IconCircleCheck,
};

/** Whose turn it is, told by its form too: colour alone says nothing to many. */
export function TurnBadge({ turn }: { turn: Line['turn'] }) {
  const t = usePortalWords();
  const Icon = icons[turn];
  return (
    <span className={styles['turn']} data-turn={turn}>
      <Icon size={16} stroke={2} aria-hidden />
      {t(`portal.turn.${turn}`)}
    </span>
  );
}

/** One of my records in a list: what, whose turn, by when. */
export function RecordCard({ line, whose = false }: { line: Line; whose?: boolean }) {
  const format = useFormat();
  return (
    <Link to={places.record(line.number)} className={styles['row']}>
      <span className={styles['rowMain']}>
        <span className={styles['rowTitle']}>{line.title}</span>
        <span className={styles['quiet']}>
          {line.number}
          {line.service ? ` · ${line.service.title}` : ''}
          {whose && line.requester ? ` · ${line.requester.title}` : ''}
          {' · '}
          {format.ago(line.createdAt)}
        </span>
      </span>
      <span className={styles['rowSide']}>
        <TurnBadge turn={line.turn} />
        <NextPromise line={line} />
      </span>
    </Link>
  );
}

/** The next promise that is not kept yet: the one somebody waits for. */
function NextPromise({ line }: { line: Line }) {
  const t = usePortalWords();
  const format = useFormat();
  if (!line.open) return null;
  const next = line.promises.find((p) => p.status !== 'stopped' && p.status !== 'none');
  if (!next?.dueAt) return null;
  const late = promiseState(next) === 'overdue';
  return (
    <span className={styles['due']} data-late={late || undefined}>
      {late && <IconAlertCircle size={16} stroke={2} aria-hidden />}
      {t(`portal.promise.${next.name as 'response'}`)}{' '}
      {late
        ? t('portal.promise.overdue', { when: format.short(next.dueAt) })
        : t('portal.promise.by', { when: format.short(next.dueAt) })}
    </span>
  );
}

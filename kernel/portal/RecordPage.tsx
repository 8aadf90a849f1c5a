import { wordRoot } from '../../platform/i18n/words.ts';
import { IconAlertCircle, IconCircleCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { isProblem } from '../../platform/ui/api.ts';
import { useFormat } from '../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { useFirstWords } from '../../platform/ui/words.ts';
import { Asks } from './Asks.tsx';
import { Conversation } from './Conversation.tsx';
import { day, Facts } from './Facts.tsx';
import { Files } from './Files.tsx';
import { NotHere } from './NotHere.tsx';
import { promiseState } from './promise.ts';
import { recordQuery, type OwnRecord, type PromiseLine } from './queries.ts';
import { TurnBadge } from './RecordCard.tsx';
import { YourTurn } from './YourTurn.tsx';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** One record for whoever asked for it: whose turn it is, what was promised, what was said. */
export default function RecordPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const found = useQuery(recordQuery(number));
  if (found.isPending) return <Loading minHeight={320} />;
  if (isProblem(found.error, 404)) return <NotHere />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Shown record={found.data} />;
}

function Shown({ record }: { record: OwnRecord }) {
  const t = usePortalWords();
  const format = useFormat();
  const first = useFirstWords();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const root = wordRoot(record.type);
  const who = record.owner?.title ?? record.team?.title;
  return (
    <article>
      {search['sent'] !== undefined && (
        <div role="status" className={styles['sent']}>
          <IconCircleCheck size={26} stroke={1.8} aria-hidden />
          <div>
            <strong>{t('portal.sent', { number: record.number })}</strong>
            <p>{t('portal.sent_hint')}</p>
          </div>
        </div>
      )}
      <p className={styles['quiet']}>
        {record.number}
        {record.service ? ` · ${record.service.title}` : ''}
      </p>
      <h1 className={styles['h1']}>{record.title}</h1>
      <div className={styles['card']} data-turn={record.turn}>
        <TurnBadge turn={record.turn} />
        <p className={styles['stateWords']}>
          {first([`${root}_portal.state.${record.state}`], t(`portal.turn_long.${record.turn}`))}
        </p>
        <p className={styles['quiet']}>
          {t('portal.reported', { when: format.dateTime(record.createdAt) })}
          {!record.mine && record.requester
            ? `, ${t('portal.by_whom', { name: record.requester.title })}`
            : ''}
          {who !== undefined && record.open ? ` · ${t('portal.handled_by', { who })}` : ''}
        </p>
        <YourTurn record={record} />
      </div>
      {!record.open && <Asks about={record.number} />}
      <Promises promises={record.promises} open={record.open} />
      {record.fields.length > 0 && (
        <section className={styles['section']} aria-labelledby="told">
          <h2 id="told" className={styles['h2']}>
            {t('portal.what_you_told')}
          </h2>
          <dl className={styles['fields']}>
            {record.fields.map(({ field, value }) => (
              <div key={field}>
                <dt>{first([`${root}_portal.field.${field}`], field)}</dt>
                <dd>{day.test(String(value)) ? format.day(String(value)) : String(value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {record.facts.length > 0 && (
        <section className={styles['section']} aria-labelledby="answered">
          <h2 id="answered" className={styles['h2']}>
            {t('portal.answers')}
          </h2>
          <Facts facts={record.facts} />
        </section>
      )}
      <Files record={record} />
      <Conversation record={record} />
    </article>
  );
}

const icons = {
  kept: IconCircleCheck,
  late: IconAlertCircle,
  overdue: IconAlertCircle,
  paused: IconPlayerPause,
  running: IconClock,
};

function Promises({ promises, open }: { promises: readonly PromiseLine[]; open: boolean }) {
  const t = usePortalWords();
  if (promises.length === 0)
    return open ? <p className={styles['calm']}>{t('portal.promise.none')}</p> : null;
  return (
    <ul className={styles['promises']}>
      {promises.map((promise) => (
        <Promised key={promise.name} promise={promise} />
      ))}
    </ul>
  );
}

function Promised({ promise }: { promise: PromiseLine }) {
  const t = usePortalWords();
  const first = useFirstWords();
  const format = useFormat();
  const state = promiseState(promise);
  const Icon = icons[state];
  const at = (iso: string | null) => (iso === null ? '' : format.short(iso));
  const words = {
    kept: () => t('portal.promise.kept', { when: at(promise.stoppedAt) }),
    late: () => `${at(promise.stoppedAt)}, ${t('portal.promise.late')}`,
    overdue: () => t('portal.promise.overdue', { when: at(promise.breachedAt ?? promise.dueAt) }),
    paused: () => t('portal.promise.paused'),
    running: () =>
      promise.status === 'none'
        ? t('portal.promise.not_begun')
        : t('portal.promise.by', { when: at(promise.dueAt) }),
  }[state];
  return (
    <li className={styles['promise']} data-state={state}>
      <Icon size={24} stroke={1.7} aria-hidden />
      <div>
        <span className={styles['quiet']}>{first([`portal.promise.${promise.name}`], promise.name)}</span>
        <strong>{words()}</strong>
        {state === 'overdue' && <span className={styles['quiet']}>{t('portal.promise.overdue_hint')}</span>}
      </div>
    </li>
  );
}

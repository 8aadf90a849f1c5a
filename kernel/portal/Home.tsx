import { IconChecklist, IconPlus, IconTool, IconTools } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../platform/ui/format.ts';
import { useSettled } from '../../platform/ui/settled.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { Asks } from './Asks.tsx';
import { Known } from './Known.tsx';
import { Find } from './Find.tsx';
import { places } from './places.ts';
import { announcementsQuery, approvalsQuery, recordsQuery, useMe, type Line } from './queries.ts';
import { RecordCard } from './RecordCard.tsx';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** What is known and what waits for me stand above the doors: shown together, so that no door moves under a finger. */
const waits = { restMs: 0, mostMs: 1500 };

/** One minute a month: what is known, a box to say it in, two doors, and what waits for me. */
export function Home() {
  const t = usePortalWords();
  const me = useMe();
  const [typed, setTyped] = useState('');
  const settled = useSettled(waits);
  const known = useQuery(announcementsQuery).data?.items ?? [];
  return (
    <>
      <h1 className={styles['greeting']}>{useGreeting()(firstName(me.person.title))}</h1>
      <Find typed={typed} onType={setTyped} />
      {typed.trim() === '' && (
        <div style={settled ? undefined : { visibility: 'hidden' }}>
          {known.length > 0 && <Known items={known} />}
          <div className={styles['doors']}>
            <Link to={places.report} className={styles['door']} data-door="broken">
              <IconTool size={30} stroke={1.5} aria-hidden />
              <span className={styles['doorTitle']}>{t('portal.broken')}</span>
              <span className={styles['quiet']}>{t('portal.broken_hint')}</span>
            </Link>
            <Link to={places.request} className={styles['door']} data-door="need">
              <IconPlus size={30} stroke={1.5} aria-hidden />
              <span className={styles['doorTitle']}>{t('portal.need')}</span>
              <span className={styles['quiet']}>{t('portal.need_hint')}</span>
            </Link>
          </div>
          <Asks />
          <OpenRecords />
          {me.teams.length > 0 && <TeamTasks />}
        </div>
      )}
    </>
  );
}

/** Chinese names are said whole; of others the first part is what one is called. */
const firstName = (name: string) => (/\p{Script=Han}/u.test(name) ? name : (name.split(' ')[0] ?? name));

function useGreeting() {
  const t = usePortalWords();
  const format = useFormat();
  const [now] = useState(() => new Date().toISOString());
  const hour = Number(format.clock(now).slice(0, 2));
  const key = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return (name: string) => t(`portal.${key}`, { name });
}

/** What one's team has to do is done in the workspace. */
function TeamTasks() {
  const t = usePortalWords();
  return (
    <section className={styles['section']} aria-label={t('portal.team_tasks')}>
      <a href="/today" className={styles['row']} data-strong>
        <span className={styles['rowMain']}>
          <span className={styles['rowTitle']}>{t('portal.team_tasks')}</span>
          <span className={styles['quiet']}>{t('portal.team_tasks_hint')}</span>
        </span>
        <IconTools size={22} stroke={1.7} aria-hidden />
      </a>
    </section>
  );
}

const needsMe = (line: Line) => line.mine && (line.turn === 'answer' || line.turn === 'confirm');

function OpenRecords() {
  const t = usePortalWords();
  const open = useQuery(recordsQuery({ open: 'true' }));
  const approvals = useQuery(approvalsQuery).data?.items ?? [];
  if (open.isPending) return <Loading minHeight={120} />;
  if (open.error) return <ErrorState error={open.error} retry={() => void open.refetch()} />;
  const waiting = open.data.items.filter(needsMe);
  const rest = open.data.items.filter((line) => !needsMe(line));
  return (
    <>
      {(waiting.length > 0 || approvals.length > 0) && (
        <section aria-labelledby="waiting" className={styles['section']}>
          <h2 id="waiting" className={styles['h2']}>
            {t('portal.waiting')}
          </h2>
          <div className={styles['list']} data-mine>
            {approvals.length > 0 && (
              <Link to={places.approvals} className={styles['row']}>
                <span className={styles['rowMain']}>
                  <span className={styles['rowTitle']}>
                    {t('portal.approvals_of_you', { count: approvals.length })}
                  </span>
                  <span className={styles['quiet']}>{approvals.map((a) => a.record.title).join(' · ')}</span>
                </span>
                <IconChecklist size={22} stroke={1.7} aria-hidden />
              </Link>
            )}
            {waiting.map((line) => (
              <RecordCard key={line.number} line={line} />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="open" className={styles['section']}>
        <div className={styles['sectionHead']}>
          <h2 id="open" className={styles['h2']}>
            {t('portal.open')}
          </h2>
          <Link to={places.records} className={styles['more']}>
            {t('portal.show_all')}
          </Link>
        </div>
        {rest.length === 0 ? (
          <p className={styles['calm']}>{t('portal.nothing_open')}</p>
        ) : (
          <div className={styles['list']}>
            {rest.slice(0, 8).map((line) => (
              <RecordCard key={line.number} line={line} />
            ))}
          </div>
        )}
      </section>
    </>
  );
}

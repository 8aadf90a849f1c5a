import { IconArrowRight, IconSearch, IconTool } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useId } from 'react';
import { Known } from './Known.tsx';
import { likeness } from './likeness.ts';
import { places } from './places.ts';
import { announcementsQuery, modelsQuery, recordsQuery } from './queries.ts';
import { RecordCard } from './RecordCard.tsx';
import { Suggests } from './Suggests.tsx';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** One box for everything: first what is known, then what can be ordered, then what I asked for before. */
export function Find({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const t = usePortalWords();
  const id = useId();
  const wanted = useDeferredValue(typed.trim());
  return (
    <search className={styles['find']}>
      <label htmlFor={id} className={styles['findLabel']}>
        {t('portal.find')}
      </label>
      <div className={styles['findBox']}>
        <IconSearch size={22} stroke={1.8} aria-hidden />
        <input
          id={id}
          type="search"
          autoComplete="off"
          maxLength={200}
          placeholder={t('portal.find_hint')}
          value={typed}
          onChange={(e) => onType(e.currentTarget.value)}
        />
      </div>
      {wanted !== '' && <Results wanted={wanted} />}
    </search>
  );
}

function Results({ wanted }: { wanted: string }) {
  const t = usePortalWords();
  const known = (useQuery(announcementsQuery).data?.items ?? []).filter(
    (a) => likeness(wanted, `${a.text} ${a.service?.title ?? ''}`) > 0,
  );
  const offers = (useQuery(modelsQuery).data?.items ?? [])
    .map((model) => ({ model, like: likeness(wanted, `${model.title} ${model.description ?? ''}`) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like)
    .slice(0, 5);
  const own = useQuery({ ...recordsQuery({ q: wanted }), placeholderData: keepPreviousData });
  const mine = own.data?.items.slice(0, 4) ?? [];
  const nothing = known.length + offers.length + mine.length === 0 && !own.isPending;
  return (
    <div className={styles['results']} aria-live="polite">
      {known.length > 0 && <Known items={known} />}
      <Suggests typed={wanted} />
      {offers.length > 0 && (
        <section aria-label={t('portal.offers')}>
          <h2 className={styles['label']}>{t('portal.offers')}</h2>
          <div className={styles['list']}>
            {offers.map(({ model }) => (
              <Link key={model.id} to={places.requestModel(model.id)} className={styles['row']}>
                <span className={styles['rowMain']}>
                  <span className={styles['rowTitle']}>{model.title}</span>
                  <span className={styles['quiet']}>{model.description}</span>
                </span>
                <IconArrowRight size={20} aria-hidden />
              </Link>
            ))}
          </div>
        </section>
      )}
      {mine.length > 0 && (
        <section aria-label={t('portal.own')}>
          <h2 className={styles['label']}>{t('portal.own')}</h2>
          <div className={styles['list']}>
            {mine.map((line) => (
              <RecordCard key={line.number} line={line} />
            ))}
          </div>
        </section>
      )}
      {nothing && <p className={styles['quiet']}>{t('portal.nothing_like_it')}</p>}
      <Link to={places.report} search={{ what: wanted }} className={styles['row']} data-strong>
        <IconTool size={22} stroke={1.7} aria-hidden />
        <span className={styles['rowMain']}>
          <span className={styles['rowTitle']}>{t('portal.report_it', { what: wanted })}</span>
        </span>
        <IconArrowRight size={20} aria-hidden />
      </Link>
    </div>
  );
}

import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import page from '../../../kernel/portal/portal.module.css';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { key, mineQuery, place, useT, type Line } from './reading.portal.ts';

/** Documents in force that this person may read; what asks them to be read stands first. */
export default function Library() {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const mine = useQuery(mineQuery).data?.items ?? [];
  const found = useQuery({
    queryKey: [...key, 'library', q],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Line[] }>(`/reading${writeQuery(q === '' ? {} : { q })}`, signal),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    document.title = t('reading_portal.title');
  }, [t]);
  const items = found.data?.items ?? [];
  return (
    <>
      <h1 className={page['h1']}>{t('reading_portal.title')}</h1>
      {mine.length > 0 && q === '' && <Lines title={t('reading_portal.to_read')} items={mine} mine />}
      <search className={page['section']}>
        <label htmlFor={id} className={page['unseen']}>
          {t('reading_portal.search')}
        </label>
        <div className={page['findBox']}>
          <IconSearch size={22} stroke={1.8} aria-hidden />
          <input
            id={id}
            type="search"
            autoComplete="off"
            maxLength={200}
            placeholder={t('reading_portal.search')}
            value={typed}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
        </div>
      </search>
      <div aria-live="polite">
        {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <Loading minHeight={160} />}
        {items.length > 0 && <Lines title={t('reading_portal.all')} items={items} />}
        {found.isSuccess && items.length === 0 && (
          <p className={page['calm']}>{t(q === '' ? 'reading_portal.none' : 'reading_portal.none_found')}</p>
        )}
      </div>
    </>
  );
}

function Lines({ title, items, mine = false }: { title: string; items: readonly Line[]; mine?: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <section className={page['section']} aria-label={title}>
      <h2 className={page['h2']}>{title}</h2>
      <div className={page['list']} {...(mine ? { 'data-mine': true } : {})}>
        {items.map((item) => (
          <Link key={item.number} to={place(item.number)} className={page['row']}>
            <span className={page['rowMain']}>
              <span className={page['rowTitle']} lang={item.language}>
                {item.title}
              </span>
              <span className={page['quiet']}>
                {item.code} ·{' '}
                {t('reading_portal.version', {
                  version: item.version,
                  date: format.day(item.effectiveOn),
                })}
              </span>
            </span>
          </Link>
        ))}
      </div>
    </section>
  );
}

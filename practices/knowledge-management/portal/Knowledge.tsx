import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import { places } from '../../../kernel/portal/places.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import page from '../../../kernel/portal/portal.module.css';
import { ArticleRow } from './ArticleRow.tsx';
import { useT, type Line } from './knowledge.portal.ts';
import styles from './knowledge.module.css';

type Shelf = { readonly id: string | null; readonly title: string | null; readonly articles: number };
type Found = { readonly items: readonly Line[]; readonly nextBefore: string | null };

/** What is known: searched, or looked through service by service. */
export default function Knowledge() {
  const t = useT();
  const id = useId();
  const search: { q?: string; service?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const q = useDeferredValue(typed.trim());
  const shelves = useQuery({
    queryKey: ['knowledge', 'shelves'],
    queryFn: ({ signal }) => api.get<{ items: readonly Shelf[] }>('/knowledge/shelves', signal),
    staleTime: 60_000,
  });
  const asked = { ...(q === '' ? {} : { q }), ...(search.service ? { serviceId: search.service } : {}) };
  const found = useInfiniteQuery({
    queryKey: ['knowledge', 'list', asked],
    queryFn: ({ signal, pageParam }) =>
      api.get<Found>(`/knowledge${writeQuery({ ...asked, ...(pageParam === null ? {} : { before: pageParam }) })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextBefore,
    placeholderData: keepPreviousData,
  }); // prettier-ignore
  const items = found.data?.pages.flatMap((one) => one.items) ?? [];
  const services = (shelves.data?.items ?? []).filter((shelf) => shelf.id !== null);
  const choose = (service: string | undefined) =>
    void navigate({ to: places.knowledge, search: service === undefined ? {} : { service }, replace: true });
  return (
    <>
      <h1 className={page['h1']}>{t('knowledge_portal.title')}</h1>
      <search>
        <label htmlFor={id} className={page['unseen']}>
          {t('knowledge_portal.search')}
        </label>
        <div className={page['findBox']}>
          <IconSearch size={22} stroke={1.8} aria-hidden />
          <input
            id={id}
            type="search"
            autoComplete="off"
            maxLength={200}
            placeholder={t('knowledge_portal.search_hint')}
            value={typed}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
        </div>
      </search>
      {services.length > 1 && (
        <div role="group" aria-label={t('knowledge_portal.shelves')} className={styles['shelves']}>
          <button type="button" aria-pressed={!search.service} onClick={() => choose(undefined)}>
            {t('knowledge_portal.all')}
          </button>
          {services.map((shelf) => (
            <button
              key={shelf.id}
              type="button"
              aria-pressed={search.service === shelf.id}
              onClick={() => choose(shelf.id ?? undefined)}
            >
              {shelf.title} <small>{shelf.articles}</small>
            </button>
          ))}
        </div>
      )}
      <div aria-live="polite" className={page['section']} style={{ marginTop: '1.1rem' }}>
        {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <Loading minHeight={160} />}
        {items.length > 0 && (
          <div className={page['list']}>
            {items.map((item) => (
              <ArticleRow key={item.number} item={item} />
            ))}
          </div>
        )}
        {found.isSuccess && items.length === 0 && (
          <p className={page['calm']}>
            {t(q === '' ? 'knowledge_portal.none' : 'knowledge_portal.none_found')}
            {q !== '' && (
              <>
                {' '}
                <Link to={places.report} search={{ what: q }} className={page['more']}>
                  {t('knowledge_portal.report')}
                </Link>
              </>
            )}
          </p>
        )}
        {q === '' && (
          <p className={page['quiet']}>
            <Link to="/reading" className={page['more']}>
              {t('knowledge_portal.documents')}
            </Link>
          </p>
        )}
        {found.hasNextPage && (
          <Button
            mt="md"
            size="md"
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('knowledge_portal.more')}
          </Button>
        )}
      </div>
    </>
  );
}

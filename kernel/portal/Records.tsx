import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../platform/ui/api.ts';
import { writeQuery } from '../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { recordsQuery, useMe, type Line, type Scope } from './queries.ts';
import { RecordCard } from './RecordCard.tsx';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

type Page = { readonly items: readonly Line[]; readonly nextBefore: string | null };

/** My records, and where I may look, those of my unit and of my organisation as a customer. */
export default function Records() {
  const t = usePortalWords();
  const { roles } = useMe();
  const holds = (role: string) => roles.some((r) => r.role === role);
  const scopes: Scope[] = [
    'mine',
    ...(holds('unit-manager') ? (['unit'] as const) : []),
    ...(holds('customer-contact') ? (['customer'] as const) : []),
  ];
  const [scope, setScope] = useState<Scope>('mine');
  const [open, setOpen] = useState<'true' | 'false'>('true');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  return (
    <>
      <h1 className={styles['h1']}>{t('portal.mine')}</h1>
      <div className={styles['filters']}>
        {scopes.length > 1 && (
          <SegmentedControl
            aria-label={t('portal.whose')}
            value={scope}
            data={scopes.map((value) => ({ value, label: t(`portal.scope.${value}`) }))}
            onChange={(next) => setScope(scopes.find((s) => s === next) ?? 'mine')}
          />
        )}
        <SegmentedControl
          aria-label={t('portal.open_all')}
          value={open}
          data={[
            { value: 'true', label: t('portal.open_all') },
            { value: 'false', label: t('portal.done_all') },
          ]}
          onChange={(next) => setOpen(next === 'false' ? 'false' : 'true')}
        />
        <TextInput
          className={styles['grow'] ?? ''}
          aria-label={t('portal.filter')}
          placeholder={t('portal.filter')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
      </div>
      <Found scope={scope} open={open} q={q} />
    </>
  );
}

function Found({ scope, open, q }: { scope: Scope; open: 'true' | 'false'; q: string }) {
  const t = usePortalWords();
  const asked = { scope, open, ...(q === '' ? {} : { q }) };
  const found = useInfiniteQuery({
    queryKey: [...recordsQuery(asked).queryKey, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/me/records${writeQuery({ ...asked, before: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextBefore ?? undefined,
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const lines = found.data.pages.flatMap((page) => page.items);
  if (lines.length === 0)
    return (
      <p className={styles['calm']}>
        {q === ''
          ? t(open === 'true' ? 'portal.nothing_open' : 'portal.nothing_done')
          : t('ui.nothing_found')}
      </p>
    );
  return (
    <>
      <div className={styles['list']}>
        {lines.map((line) => (
          <RecordCard key={line.number} line={line} whose={scope !== 'mine'} />
        ))}
      </div>
      {found.hasNextPage && (
        <Button
          mt="md"
          fullWidth
          variant="default"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('portal.more')}
        </Button>
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import page from '../../../kernel/portal/portal.module.css';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { linesQuery, place, useT } from './report.portal.ts';

/** The reports that were issued for this customer, the newest first. */
export default function Reports() {
  const t = useT();
  const format = useFormat();
  const found = useQuery(linesQuery);
  useEffect(() => {
    document.title = t('report_portal.title');
  }, [t]);
  const items = found.data?.items ?? [];
  return (
    <>
      <h1 className={page['h1']}>{t('report_portal.title')}</h1>
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Loading minHeight={160} />}
      {found.isSuccess && items.length === 0 && <p className={page['calm']}>{t('report_portal.none')}</p>}
      <div className={page['list']}>
        {items.map((one) => (
          <Link key={one.number} to={place(one.number)} className={page['row']}>
            <span className={page['rowMain']}>
              <span className={page['rowTitle']}>{one.title}</span>
              {one.issuedAt !== null && (
                <span className={page['quiet']}>
                  {t('report_portal.issued', { date: format.date(one.issuedAt) })}
                </span>
              )}
            </span>
          </Link>
        ))}
      </div>
    </>
  );
}

import { IconReportAnalytics } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import page from '../../../kernel/portal/portal.module.css';
import { useMe } from '../../../kernel/portal/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { linesQuery, place, useT } from './report.portal.ts';

/** On the first page of whoever speaks for a customer: the newest report. Nothing for everybody else. */
export default function Newest({ about }: { about?: string }) {
  const t = useT();
  const format = useFormat();
  const speaks = useMe().roles.some(({ role }) => role === 'customer-contact');
  const items = useQuery({ ...linesQuery, enabled: speaks && about === undefined }).data?.items ?? [];
  const newest = items.find(({ issuedAt }) => issuedAt !== null);
  if (about !== undefined || !newest) return null;
  return (
    <section className={page['section']} aria-label={t('report_portal.newest')}>
      <h2 className={page['h2']}>{t('report_portal.newest')}</h2>
      <div className={page['list']}>
        <Link to={place(newest.number)} className={page['row']}>
          <span className={page['rowMain']}>
            <span className={page['rowTitle']}>{newest.title}</span>
            {newest.issuedAt !== null && <span className={page['quiet']}>{t('report_portal.issued', { date: format.date(newest.issuedAt) })}</span>}
          </span>
          <IconReportAnalytics size={22} stroke={1.7} aria-hidden />
        </Link>
        <Link to={place()} className={page['row']}>
          <span className={page['rowMain']}>{t('report_portal.all')}</span>
        </Link>
      </div>
    </section>
  );
} // prettier-ignore

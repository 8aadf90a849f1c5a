import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import page from '../../../kernel/portal/portal.module.css';
import { mineQuery, place, useT } from './reading.portal.ts';

const mostShown = 3;

/** On the first page: documents that ask this person to read them. Nothing, most of the time. */
export default function Asks({ about }: { about?: string }) {
  const t = useT();
  const items = useQuery({ ...mineQuery, enabled: about === undefined }).data?.items ?? [];
  if (about !== undefined || items.length === 0) return null;
  return (
    <section className={page['section']} aria-label={t('reading_portal.to_read')}>
      <h2 className={page['h2']}>{t('reading_portal.to_read')}</h2>
      <div className={page['list']} data-mine>
        {items.slice(0, mostShown).map((item) => (
          <Link key={item.number} to={place(item.number)} className={page['row']}>
            <span className={page['rowMain']}>
              <span className={page['rowTitle']} lang={item.language}>
                {item.title}
              </span>
              <span className={page['quiet']}>{item.code}</span>
            </span>
            <IconFileText size={22} stroke={1.7} aria-hidden />
          </Link>
        ))}
        {items.length > mostShown && (
          <Link to={place()} className={page['row']}>
            <span className={page['rowMain']}>{t('reading_portal.to_all')}</span>
          </Link>
        )}
      </div>
    </section>
  );
}

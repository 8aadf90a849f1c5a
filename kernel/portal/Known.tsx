import { IconInfoCircle } from '@tabler/icons-react';
import { useFormat } from '../../platform/ui/format.ts';
import type { Announcement } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** What is known already: whoever reads it here need not report it. */
export function Known({ items }: { items: readonly Announcement[] }) {
  const t = usePortalWords();
  const format = useFormat();
  return (
    <section aria-label={t('portal.known')} className={styles['known']}>
      <IconInfoCircle size={22} stroke={1.8} aria-hidden />
      <div>
        <strong>{t('portal.known')}</strong>
        {items.map((item) => (
          <p key={item.number}>
            {item.service && <b>{item.service.title}: </b>}
            {item.text}
            <span className={styles['quiet']}>
              {' '}
              ({t('portal.since', { when: format.short(item.since) })})
            </span>
          </p>
        ))}
      </div>
    </section>
  );
}

import { IconInfoCircle } from '@tabler/icons-react';
import { useReadinessWords } from './readiness.web.ts';
import styles from './readiness.module.css';

/** Always there: what the figures are, and that they are no finding of conformity. */
export function Note() {
  const t = useReadinessWords();
  return (
    <p className={styles['note']} style={{ margin: 0 }}>
      <IconInfoCircle size={16} stroke={1.6} aria-hidden style={{ flexShrink: 0, marginTop: 1 }} />
      <span>{t('readiness.note')}</span>
    </p>
  );
}

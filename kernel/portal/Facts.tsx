import { useFormat } from '../../platform/ui/format.ts';
import styles from './portal.module.css';

/** A day is stored as `YYYY-MM-DD`; nobody writes it so. */
export const day = /^\d{4}-\d\d-\d\d$/;

/** What somebody answered, under the questions as they were asked. */
export function Facts({ facts }: { facts: readonly { readonly label: string; readonly value: string }[] }) {
  const format = useFormat();
  if (facts.length === 0) return null;
  return (
    <dl className={styles['fields']}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{day.test(value) ? format.day(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}

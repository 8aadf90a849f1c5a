import { Text } from '@mantine/core';
import { useFormat } from '../../../platform/ui/format.ts';
import styles from '../record/record.module.css';

type Told = { readonly label: string; readonly value: string };
const day = /^\d{4}-\d\d-\d\d$/;

/** What an approver decides by, for whoever may not open the record itself. */
export function FactList({ facts }: { facts: readonly Told[] }) {
  const format = useFormat();
  if (facts.length === 0) return null;
  return (
    <dl className={styles['details']}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles['detail']} data-wide={value.length > 80 || undefined}>
          <dt>{label}</dt>
          <dd>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {day.test(value) ? format.day(value) : value}
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}

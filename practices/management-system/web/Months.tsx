import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import styles from './outcomes.module.css';

type Bar = {
  readonly key: string;
  readonly value: number | null;
  readonly label: string;
  readonly records: string | null;
};

/** A few months as bars, each of which opens its records; a line where the target is. */
export function Months(props: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly target?: number;
  readonly full?: number;
}) {
  const { label, bars, target, full } = props;
  const most = full ?? Math.max(1e-9, target ?? 0, ...bars.map(({ value }) => value ?? 0));
  const share = (value: number) => `${Math.min(100, (value / most) * 100)}%`;
  return (
    <div className={styles['months']} role="group" aria-label={label}>
      {target !== undefined && (
        <span className={styles['target']} style={{ bottom: share(target) }} aria-hidden />
      )}
      {bars.map(({ key, value, label: name, records }) => {
        const bar = (
          <span className={styles['bar']} data-none={value === null} style={{ height: value === null ? 0 : share(value) }} />
        );
        return (
          <Tooltip key={key} label={name}>
            {records === null ? (
              <span className={styles['month']} role="img" aria-label={name}>{bar}</span>
            ) : (
              <Link className={styles['month'] ?? ''} aria-label={name} {...recordsLink(records)}>{bar}</Link>
            )}
          </Tooltip>
        );
      })}
    </div>
  );
} // prettier-ignore

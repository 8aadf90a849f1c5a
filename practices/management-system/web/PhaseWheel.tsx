import type { KeyboardEvent } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { phases, useSystemWords, type Phase, type PhaseOwed } from './system.web.ts';
import styles from './system.module.css';

const size = 360;
const middle = size / 2;
const [outer, inner, gap] = [172, 62, 5];
/** Plan stands top left, and it turns clockwise. */
const cornerOf: Readonly<Record<Phase, readonly [number, number]>> = {
  plan: [-1, -1],
  do: [1, -1],
  check: [1, 1],
  act: [-1, 1],
};

/** Plan–Do–Check–Act with what each owes; a quarter is pressed to look into it. */
export function PhaseWheel(props: {
  readonly owed: readonly PhaseOwed[];
  readonly chosen: Phase | undefined;
  readonly onChoose: (phase: Phase | undefined) => void;
}) {
  const { owed, chosen, onChoose } = props;
  const t = useSystemWords();
  const format = useFormat();
  const overdue = owed.reduce((n, one) => n + one.overdue, 0);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={styles['wheel']} role="group" aria-label={t('management_system.title')}>
      {phases.map((phase) => {
        const one = owed.find((each) => each.phase === phase);
        const [x, y] = cornerOf[phase];
        const on = chosen === phase;
        const press = () => onChoose(on ? undefined : phase);
        const [cx, cy] = [middle + x * 83, middle + y * 80];
        return (
          <g key={phase} data-on={on} className={styles[phase]}>
            <path
              d={quarter(x, y)} className={styles['quarter']} data-chosen={on} onClick={press} role="button" tabIndex={0} aria-pressed={on}
              aria-label={`${t(`management_system.phase.${phase}`)}: ${t('management_system.overdue')} ${one?.overdue ?? 0}, ${t('management_system.soon')} ${one?.soon ?? 0}`}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                press();
              }}
            />
            <text x={cx} y={cy - 22} fontWeight={650}>{t(`management_system.phase.${phase}`)}</text>
            <text x={cx} y={cy + 6} className={`${styles['big']} ${!on && (one?.overdue ?? 0) > 0 ? styles['late'] : ''}`}>{format.number(one?.overdue ?? 0)}</text>
            <text x={cx} y={cy + 26}>{t('management_system.soon')}: {format.number(one?.soon ?? 0)}</text>
          </g>
        );
      })}
      <text x={middle} y={middle + 2} className={`${styles['big']} ${overdue > 0 ? styles['late'] : ''}`}>{format.number(overdue)}</text>
      <text x={middle} y={middle + 22}>{t('management_system.overdue')}</text>
    </svg>
  );
} // prettier-ignore

/** A quarter of a ring, a little apart from its neighbours. */
function quarter(x: number, y: number): string {
  const at = (r: number, along: 'x' | 'y') => {
    const far = Math.sqrt(r * r - gap * gap);
    return along === 'x'
      ? `${middle + x * far},${middle + y * gap}`
      : `${middle + x * gap},${middle + y * far}`;
  };
  const turn = x * y > 0 ? 1 : 0;
  return `M ${at(outer, 'x')} A ${outer} ${outer} 0 0 ${turn} ${at(outer, 'y')} L ${at(inner, 'y')} A ${inner} ${inner} 0 0 ${1 - turn} ${at(inner, 'x')} Z`;
}

import { Fragment } from 'react';
import { useLanguage } from '../../../platform/ui/words.ts';
import { rate, useRiskWords, type HeatMap as Data, type Kind } from './risk.web.ts';
import styles from './heat-map.module.css';

export type Cell = { readonly likelihood: number; readonly impact: number };
const steps = [1, 2, 3, 4, 5] as const;

/** Likelihood upwards, impact to the right; each field says how many are in it and opens them. */
export function HeatMap(props: {
  readonly data: Data;
  readonly kind: Kind;
  readonly placed: (item: Data['items'][number]) => Cell;
  readonly chosen: Cell | undefined;
  readonly onChoose: (cell: Cell | undefined) => void;
}) {
  const { data, kind, placed, chosen, onChoose } = props;
  const t = useRiskWords();
  const language = useLanguage() === 'zh-CN' ? 'zh-CN' : 'en';
  const { value: criteria } = data.criteria;
  const counts = new Map<string, number>();
  for (const item of data.items) {
    const { likelihood, impact } = placed(item);
    counts.set(`${likelihood}.${impact}`, (counts.get(`${likelihood}.${impact}`) ?? 0) + 1);
  }
  return (
    <div className={styles['map']}>
      {steps.toReversed().map((likelihood) => (
        <Fragment key={likelihood}>
          <span className={styles['step']}><b>{likelihood}</b> {criteria.likelihood[likelihood - 1]?.[language]}</span>
          {steps.map((impact) => {
            const count = counts.get(`${likelihood}.${impact}`) ?? 0;
            const rating = rate(likelihood * impact, criteria);
            const isChosen = chosen?.likelihood === likelihood && chosen.impact === impact;
            const tone = styles[kind === 'opportunity' ? `good${rating}` : rating] ?? '';
            return (
              <button
                key={impact}
                type="button"
                className={`${styles['cell']} ${tone} ${isChosen ? (styles['chosen'] ?? '') : ''}`}
                aria-pressed={isChosen}
                aria-label={t('risk_page.map.cell', { likelihood, impact, count })}
                onClick={() => onChoose(isChosen ? undefined : { likelihood, impact })}
              >
                <span className={styles['n']}>{count === 0 ? '' : count}</span>
                <span className={styles['score']}>{likelihood * impact}</span>
              </button>
            );
          })}
        </Fragment>
      ))}
      <span />
      {steps.map((impact) => (
        <span key={impact} className={styles['step']} style={{ alignSelf: 'start' }}><b>{impact}</b> {criteria.impact[impact - 1]?.[language]}</span>
      ))}
    </div>
  );
} // prettier-ignore

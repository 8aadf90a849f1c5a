import type { Language } from '../../platform/i18n/words.ts';
import type { Unit } from './figures.ts';

const names: Readonly<Record<Language, { hours: string; none: string }>> = {
  en: { hours: 'h', none: 'n/a' },
  'zh-CN': { hours: '小时', none: '无数据' },
};

/** A value in its unit; nothing counted is “n/a”, never 100 % (0.5). */
export function amountIn(language: Language, unit: Unit, value: number | null): string {
  if (value === null) return names[language].none;
  const digits = unit === 'count' ? 0 : unit === 'percent' ? 1 : 2;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return unit === 'percent'
    ? `${number} %`
    : unit === 'hours'
      ? `${number} ${names[language].hours}`
      : number;
}

/** 0.5: with fewer than twenty counted on either side there is no trend to speak of. */
const enough = 20;
type Course = 'better' | 'worse' | 'same' | 'few';
export function courseOf(figure: {
  readonly value: number | null;
  readonly n: number;
  readonly former: { readonly value: number | null; readonly n: number } | null;
  readonly better: 'higher' | 'lower';
  readonly unit: Unit;
}): Course {
  const { value, n, former, better, unit } = figure;
  if (value === null || former === null || former.value === null) return 'few';
  if (unit !== 'count' && (n < enough || former.n < enough)) return 'few';
  if (value === former.value) return 'same';
  return value > former.value === (better === 'higher') ? 'better' : 'worse';
}

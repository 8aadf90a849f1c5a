import { homeZone } from '../../kernel/calendar/home-days.ts';
import { z } from 'zod';
import { plain } from '../../kernel/record/field.ts';
import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';
import type { Improvement } from './improvement.fields.ts';
import { mostPoints } from './improvement.fields.ts';

/** The criterion that 10.2 demands by name: whatever else is weighed, alignment with the objectives is. */
export const alignment = 'alignment';

const bilingual = z.strictObject({ en: plain(200), 'zh-CN': plain(200) });
const criterion = z.strictObject({
  key: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9_]*$/u),
  name: bilingual,
  hint: bilingual,
  weight: z.int().min(1).max(100),
});
export const criteriaSchema = z.strictObject({ items: z.array(criterion).min(2).max(12) });
export type Criterion = z.output<typeof criterion>;

/** By which opportunities are judged and approved (10.2-b). The organisation changes them; each score cites their version. */
export const improvementCriteria = defineSetting<{ readonly items: readonly Criterion[] }>('improvement.criteria', {
  items: [
    {
      key: alignment, weight: 30,
      name: { en: 'Serves our objectives', 'zh-CN': '与目标一致' },
      hint: { en: '0: none of them. 5: one cannot be reached without it.', 'zh-CN': '0：与目标无关。5：不做则目标无法达成。' },
    },
    {
      key: 'value', weight: 25,
      name: { en: 'Value for customers and users', 'zh-CN': '对客户和用户的价值' },
      hint: { en: '0: they notice nothing. 5: they asked for it.', 'zh-CN': '0：没有感觉。5：他们要求过。' },
    },
    {
      key: 'risk', weight: 15,
      name: { en: 'Lowers a risk', 'zh-CN': '降低风险' },
      hint: { en: '0: none. 5: one above our threshold goes away.', 'zh-CN': '0：没有。5：消除一项超过阈值的风险。' },
    },
    {
      key: 'effort', weight: 20,
      name: { en: 'Worth its effort', 'zh-CN': '投入产出' },
      hint: { en: '0: costs more than it brings. 5: pays for itself within months.', 'zh-CN': '0：得不偿失。5：几个月内收回投入。' },
    },
    {
      key: 'feasible', weight: 10,
      name: { en: 'Can be done with what we have', 'zh-CN': '现有条件可行' },
      hint: { en: '0: people or means are missing. 5: could begin tomorrow.', 'zh-CN': '0：缺人或缺手段。5：明天即可开始。' },
    },
  ],
}); // prettier-ignore

/** Weighted, as a share of what could be reached. */
export function scoreOf(scores: Improvement['scores'], items: readonly Criterion[]): number {
  const all = items.reduce((sum, { weight }) => sum + weight * mostPoints, 0);
  const reached = items.reduce((sum, { key, weight }) => sum + weight * (scores?.[key] ?? 0), 0);
  return Math.round((reached / all) * 100);
}

/** The instant at which a day begins there. */
export const startOf = (settings: Settings, day: string, plus = 0): string =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(settings.get(homeZone).value)
      .epochMilliseconds,
  ).toISOString();

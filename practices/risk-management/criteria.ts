import { z } from 'zod';
import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';

const step = z.strictObject({
  en: z.string().trim().min(1).max(200),
  'zh-CN': z.string().trim().min(1).max(200),
});
const months = z.int().min(1).max(36);

/** 6.1.2: scales, threshold and cycle are the organisation's own. Five steps each, from rare and slight to often and grave. */
export const criteriaSchema = z
  .strictObject({
    likelihood: z.array(step).length(5),
    impact: z.array(step).length(5),
    /** Scores from here on are medium, and from there on high. */
    mediumFrom: z.int().min(2).max(24),
    highFrom: z.int().min(3).max(25),
    /** What is left at or above this is accepted by top management, or whom it delegated this to (S9). */
    acceptAbove: z.int().min(2).max(25),
    acceptors: z.array(z.string().max(60)).min(1).max(5),
    reviewMonths: z.strictObject({ low: months, medium: months, high: months }),
  })
  .refine(({ mediumFrom, highFrom }) => highFrom > mediumFrom, {
    params: { key: 'risk.high_below_medium' },
    path: ['highFrom'],
  });
export type Criteria = z.output<typeof criteriaSchema>;
type Step = z.output<typeof step>;

const said = (en: string, zh: string): Step => ({ en, 'zh-CN': zh });

export const riskCriteria = defineSetting<Criteria>('risk.criteria', {
  likelihood: [
    said('less than once in 5 years', '5 年以上一次'),
    said('once in 2 to 5 years', '2–5 年一次'),
    said('about once a year', '约每年一次'),
    said('about once a quarter', '约每季度一次'),
    said('monthly or more often', '每月或更频繁'),
  ],
  impact: [
    said('no user notices', '用户无感'),
    said('some users are hindered, targets are kept', '部分用户受影响，目标仍达成'),
    said('a service target is missed', '一项服务目标未达成'),
    said('a critical service is interrupted, customers complain', '关键服务中断，客户投诉'),
    said('several critical services are interrupted, or law or contract is broken', '多个关键服务中断，或违反法律、合同'),
  ],
  mediumFrom: 6,
  highFrom: 12,
  acceptAbove: 12,
  acceptors: ['top-management'],
  reviewMonths: { low: 12, medium: 6, high: 3 },
}); // prettier-ignore

export const ratings = ['low', 'medium', 'high'] as const;
export type Rating = (typeof ratings)[number];

export const ratingOf = (score: number, { mediumFrom, highFrom }: Criteria): Rating =>
  score >= highFrom ? 'high' : score >= mediumFrom ? 'medium' : 'low';

export const criteriaNow = (settings: Settings) => settings.get(riskCriteria);

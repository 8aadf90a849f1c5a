import { z } from 'zod';
import { defineSetting } from '../../kernel/practice/settings.ts';

/** What the system is for: customers, processes that run, getting better, and the business it is part of. */
export const goals = ['customer', 'process', 'improvement', 'business'] as const;
export type Goal = (typeof goals)[number];

/** A figure of the house and what it is to reach, in the figure's own unit. */
export type Kpi = { readonly measure: string; readonly target: number };
type Scorecard = Readonly<Record<Goal, readonly [Kpi, Kpi]>>;

const kpi = z.strictObject({ measure: z.string().min(1).max(80), target: z.number().min(0).max(1e12) });
const pair = z.tuple([kpi, kpi]);
export const scorecardSchema = z.strictObject({
  customer: pair,
  process: pair,
  improvement: pair,
  business: pair,
});

export const scorecard = defineSetting<Scorecard>('management_system.scorecard', {
  customer: [
    { measure: 'rating.satisfied', target: 85 },
    { measure: 'incident.resolution_attainment', target: 95 },
  ],
  process: [
    { measure: 'change.success_rate', target: 95 },
    { measure: 'service_request.on_time', target: 90 },
  ],
  improvement: [
    { measure: 'improvement.realised', target: 80 },
    { measure: 'nonconformity.effective', target: 90 },
  ],
  business: [
    { measure: 'objective.on_course', target: 80 },
    { measure: 'agreement.reviews_on_time', target: 95 },
  ],
});

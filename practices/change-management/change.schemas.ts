import { z } from 'zod';
import {
  impactAreas,
  type BackOutPlan,
  type ImpactAnswers,
  type ImplementationStep,
  type TemplateAnswers,
  type TemplateItem,
} from './change.plans.ts';
import { riskQuestions, type RiskAnswers, type RiskRule } from './change.risk.ts';

/** What may be stored of the structures; whether it says enough, the rules of each step judge. */
const words = (max: number) => z.string().trim().max(max);

export const riskAnswersSchema: z.ZodType<RiskAnswers> = z.partialRecord(
  z.enum(riskQuestions),
  z.int().min(1).max(4),
);

export const impactAnswersSchema: z.ZodType<ImpactAnswers> = z.partialRecord(
  z.enum(impactAreas),
  z.strictObject({ affected: z.boolean(), text: words(4000) }),
);

export const templateAnswersSchema: z.ZodType<TemplateAnswers> = z.record(z.string().max(40), words(4000));

export const templateItemsSchema: z.ZodType<TemplateItem[]> = z
  .array(
    z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
      title: z.strictObject({ en: words(200).min(1), 'zh-CN': words(200).min(1) }),
      hint: z.strictObject({ en: words(500), 'zh-CN': words(500) }).optional(),
      required: z.boolean(),
    }),
  )
  .max(40);

const minutes = z.int().min(0).max(100_000);
export const implementationPlanSchema: z.ZodType<ImplementationStep[]> = z
  .array(
    z.strictObject({
      title: words(500).min(1),
      responsibleId: z.uuid().nullable().optional(),
      minutes: minutes.nullable().optional(),
    }),
  )
  .max(100);

export const backOutPlanSchema: z.ZodType<BackOutPlan> = z.strictObject({
  kind: z.enum(['reverse', 'remedy']),
  steps: z.array(z.strictObject({ title: words(500) })).max(60),
  decisionPoint: words(1000),
  minutes: minutes.nullable(),
  tested: z.boolean(),
  testNote: words(2000),
});

const weight = z.number().min(0).max(10);
export const riskRuleSchema: z.ZodType<RiskRule> = z
  .strictObject({
    impact: z.partialRecord(z.enum(riskQuestions), weight),
    likelihood: z.partialRecord(z.enum(riskQuestions), weight),
    classFrom: z.tuple([z.number(), z.number(), z.number()]),
    worst: z.strictObject({ answer: z.int().min(2).max(4), atLeast: z.int().min(1).max(4) }),
    levelFrom: z.strictObject({
      medium: z.int().min(2).max(16),
      high: z.int().min(2).max(16),
      very_high: z.int().min(2).max(16),
    }),
  })
  .refine((rule) => [...rule.classFrom].every((at, i, all) => i === 0 || at > (all[i - 1] ?? 0)), {
    path: ['classFrom'],
    params: { key: 'change.ascending' },
  })
  .refine(({ levelFrom: { medium, high, very_high } }) => medium < high && high < very_high, {
    path: ['levelFrom'],
    params: { key: 'change.ascending' },
  })
  .refine(
    (rule) =>
      [rule.impact, rule.likelihood].every((weights) => Object.values(weights).some((one) => (one ?? 0) > 0)),
    {
      path: ['impact'],
      params: { key: 'change.no_weight' },
    },
  );

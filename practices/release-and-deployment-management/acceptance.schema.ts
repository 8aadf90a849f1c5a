import { z } from 'zod';
import { criterionKinds, type Criterion, type Result, type Verdict } from './acceptance.ts';

const words = (max: number) => z.string().trim().max(max);

const figure = z.number().min(0).max(1_000_000_000_000);

export const criteriaSchema: z.ZodType<Criterion[]> = z
  .array(
    z.strictObject({
      title: words(500).min(1),
      kind: z.enum(criterionKinds),
      target: figure.nullable().optional(),
      unit: words(40).nullable().optional(),
    }),
  )
  .max(100);

export const resultsSchema: z.ZodType<Result[]> = z.array(
  z
    .strictObject({
      passed: z.boolean(),
      measured: z.number().nullable(),
      evidence: z.string(),
      byId: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
);

/** One verdict of the tester; `criterion` counts from 1. */
export const verdictSchema: z.ZodType<Verdict> = z.strictObject({
  criterion: z.int().min(1).max(100),
  passed: z.boolean(),
  measured: figure.nullable().optional(),
  evidence: words(4000).min(1),
});

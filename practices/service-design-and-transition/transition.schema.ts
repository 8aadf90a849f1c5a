import { z } from 'zod';
import {
  areas,
  handlingParts,
  planItems,
  type Checked,
  type CheckItem,
  type Evaluation,
  type Handled,
  type HandlingItem,
  type Outcome,
  type Plan,
  type Requirement,
} from './transition.parts.ts';

const words = (max: number) => z.string().trim().max(max);

const figure = z.number().min(-1_000_000_000_000).max(1_000_000_000_000);

export const planSchema: z.ZodType<Plan> = z.partialRecord(z.enum(planItems), words(4000));

export const outcomesSchema: z.ZodType<Outcome[]> = z
  .array(
    z.strictObject({
      metric: words(300).min(1),
      way: z.enum(['at_least', 'at_most']),
      target: figure,
      unit: words(40).optional(),
    }),
  )
  .max(50);

/** What came of it, in the order of the outcomes. */
export const actualsSchema: z.ZodType<number[]> = z.array(figure).max(50);

export const requirementsSchema: z.ZodType<Requirement[]> = z
  .array(z.strictObject({ text: words(1000).min(1), design: words(1000).optional() }))
  .max(200);

export const checklistSchema: z.ZodType<CheckItem[]> = z
  .array(z.strictObject({ area: z.enum(areas), ownerId: z.uuid().optional() }))
  .max(areas.length)
  .refine((list) => new Set(list.map(({ area }) => area)).size === list.length, {
    params: { key: 'transition.area_twice' },
  });

export const checkedSchema: z.ZodType<Checked[]> = z.array(
  z.strictObject({
    area: z.enum(areas),
    reference: z.string(),
    needed: z.boolean(),
    byId: z.string().nullable(),
    at: z.string(),
  }),
);

export const handlingSchema: z.ZodType<HandlingItem[]> = z
  .array(
    z.strictObject({
      part: z.enum(handlingParts),
      what: words(1000).min(1),
      ownerId: z.uuid().optional(),
      dueOn: z.iso.date().optional(),
    }),
  )
  .max(100);

export const handledSchema: z.ZodType<Handled[]> = z.array(
  z.strictObject({ reference: z.string(), byId: z.string().nullable(), at: z.string() }).nullable(),
);

/** How it went, in the eyes of those who live with it. */
export const evaluationSchema: z.ZodType<Evaluation> = z.strictObject({
  satisfaction: z.int().min(1).max(5),
  wentWell: words(4000).min(1),
  improvements: words(4000).min(1),
});

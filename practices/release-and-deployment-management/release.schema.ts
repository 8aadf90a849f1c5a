import { z } from 'zod';
import { waveWays, type Deliverable, type Figure, type Wave, type WaveRun } from './release.parts.ts';

const words = (max: number) => z.string().trim().max(max);

const sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => /^[0-9a-f]{64}$/.test(text), { params: { key: 'release.sha256' } });

export const deliverablesSchema: z.ZodType<Deliverable[]> = z
  .array(
    z.strictObject({
      name: words(300).min(1),
      version: words(100).optional(),
      sha256: sha256,
      reference: words(1000).optional(),
    }),
  )
  .max(500)
  .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
    params: { key: 'release.deliverable_twice' },
  });

export const hashesSchema: z.ZodType<{ name: string; sha256: string }[]> = z
  .array(z.strictObject({ name: words(300).min(1), sha256: sha256 }))
  .max(500);

const limit = z.number().min(-1_000_000_000).max(1_000_000_000).nullable().optional();

export const wavesSchema: z.ZodType<Wave[]> = z
  .array(
    z.strictObject({
      title: words(200).min(1),
      way: z.enum(waveWays),
      share: z.number().min(0).max(100).nullable().optional(),
      stopCriteria: z
        .array(
          z.strictObject({
            metric: words(200).min(1),
            above: limit,
            below: limit,
            unit: words(40).nullable().optional(),
          }),
        )
        .max(20),
    }),
  )
  .max(50);

export const waveRunsSchema: z.ZodType<WaveRun[]> = z.array(
  z.strictObject({
    state: z.enum(['running', 'go', 'stopped']),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    figures: z.array(z.number().nullable()),
    measuredAt: z.string().nullable(),
    decidedById: z.string().nullable(),
    note: z.string().nullable(),
    attempts: z.int(),
  }),
);

export const figureSchema: z.ZodType<Figure> = z.strictObject({
  criterion: z.int().min(1).max(20),
  value: z.number().min(-1_000_000_000).max(1_000_000_000),
});

import { z } from 'zod';
import { defineSetting } from '../../kernel/practice/settings.ts';
import type { Criticality } from '../service-catalogue/practice.ts';

const criticalities = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Criticality[];

/** One way for an incident to be major: everything it states must be met. */
export const criterionSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/),
    /** This priority or a higher one. */
    priority: z.int().min(1).max(4).optional(),
    /** The service is one of these. */
    criticality: z.array(z.enum(criticalities)).min(1).max(4).optional(),
    /** Different people who reported it, its children's included. */
    affectedUsers: z.int().min(2).max(1_000_000).optional(),
    linkedIncidents: z.int().min(1).max(1_000_000).optional(),
    security: z.literal(true).optional(),
  })
  .refine((criterion) => Object.keys(criterion).length > 1, {
    params: { key: 'major_incident.empty_criterion' },
  });
export type Criterion = z.output<typeof criterionSchema>;
export const criteriaSchema = z.array(criterionSchema).min(1).max(20);

/** 8.6.1 g: when an incident is major. Data, so that an administrator changes it and every decision cites its version. */
export const majorCriteria = defineSetting<readonly Criterion[]>('major.criteria', [
  { key: 'critical_service', priority: 1, criticality: ['critical'] },
  { key: 'many_users', affectedUsers: 20 },
  { key: 'security', priority: 2, security: true },
]);

/** Minutes in which top management must know (8.6.1 i), and after which it hears again until the service is restored. */
export const informManagement = defineSetting('major.inform_management', { first: 30, again: 240 });

/** Minutes between two updates while it runs. */
export const updateEvery = defineSetting('major.update_every', 30);

/** Working days from restoring to the end of the review, over this calendar; the first one with working days when none is named. */
export const reviewWithin = defineSetting<{ workingDays: number; calendarId: string | null }>(
  'major.review_within',
  { workingDays: 5, calendarId: null },
);

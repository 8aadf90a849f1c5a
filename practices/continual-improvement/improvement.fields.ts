import { z } from 'zod';
import {
  boolean, choice, choices, date, decimal, instant, integer, longText, readOnly, reference, starting, structure, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

const sources = [
  'idea', 'lapse', 'nonconformity', 'audit_finding', 'review', 'service_report', 'complaint', 'incident', 'problem', 'change',
  'request', 'knowledge', 'risk', 'objective', 'supplier', 'measurement', 'other',
] as const; // prettier-ignore
export type Source = (typeof sources)[number];

/** 10.2: what a target may be set for. */
export const aims = [
  'quality',
  'value',
  'capability',
  'cost',
  'productivity',
  'resource_use',
  'risk',
] as const;

export const mostPoints = 5;
/** Points by the key of a criterion. */
const scoresSchema = z.record(z.string().max(40), z.int().min(0).max(mostPoints));

export const fields = {
  description: longText(8000),
  origin: starting('idea', choice(...sources)),
  /** The record it came from; of any type. */
  sourceId: reference(),
  sourceNote: text(500),
  objective: text(300),
  /** Who in the management stands for it (5.1). */
  sponsorId: reference('person'),
  aims: choices(...aims),
  scores: structure(scoresSchema),
  score: readOnly(integer(0, 100)),
  criteriaVersion: readOnly(integer()),
  scoredAt: readOnly(instant()),
  scoredById: readOnly(reference('person')),
  decisionReason: longText(4000),
  decidedAt: readOnly(instant()),
  decidedById: readOnly(reference('person')),
  /** A figure of the house; else people measure `metric` themselves. */
  measureKey: text(80),
  metric: text(200),
  unit: text(40),
  direction: choice('higher', 'lower'),
  targetValue: decimal(),
  targetOn: date(),
  claimedBenefit: longText(4000),
  baselineValue: decimal(),
  baselineN: integer(),
  baselineFrom: date(),
  baselineTo: date(),
  plan: longText(8000),
  dueOn: date(),
  effortDays: integer(0, 10_000),
  plannedAt: readOnly(instant()),
  result: longText(4000),
  implementedAt: readOnly(instant()),
  implementedById: readOnly(reference('person')),
  foundValue: decimal(),
  foundN: integer(),
  foundFrom: date(),
  foundTo: date(),
  foundBenefit: longText(4000),
  /** Of the way from the baseline to the target, in per cent; below zero where it became worse. */
  attainment: readOnly(integer(-1_000_000, 1_000_000)),
  targetMet: readOnly(boolean()),
  /** How far the comparison can be trusted, by the smaller of both numbers. */
  confidence: readOnly(choice('low', 'fair', 'good')),
  measuredAt: readOnly(instant()),
  measuredById: readOnly(reference('person')),
  followUp: longText(4000),
  reportedTo: text(300),
  reportedAt: readOnly(instant()),
  sodException: readOnly(starting(false, boolean())),
};
export type Improvement = RecordOf<typeof fields>;

import { z } from 'zod';
import {
  boolean,
  choice,
  date,
  instant,
  integer,
  internal,
  level,
  longText,
  plain,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { fishboneSchema, whysSchema } from './rca.schema.ts';

/** Trend and supplier come before anybody is hurt twice: a problem from them is proactive (0.6). */
export const origins = ['trend', 'major_incident', 'incidents', 'supplier', 'monitoring'] as const;
export const rcaMethods = ['five_whys', 'cause_effect', 'both'] as const;
export const causeClasses = [
  'hardware', 'software', 'configuration', 'network', 'capacity', 'design', 'process', 'supplier', 'environment',
  'security', 'data', 'human_action',
] as const; // prettier-ignore
export const decisions = ['change', 'accept'] as const;

const told = plain(2000);
export const publicTextSchema = z.strictObject({ en: told, 'zh-CN': told });
export type PublicText = z.output<typeof publicTextSchema>;

export const fields = {
  description: longText(),
  origin: choice(...origins),
  originId: reference('trend-analysis', 'major-incident'),
  /** The supplier's bulletin or the monitoring rule, where no record of ours stands behind it. */
  originNote: longText(2000),
  categoryId: reference('category'),
  ci: text(200),
  urgency: level(1, 3),
  impact: readOnly(level(1, 4)),
  expectedImpact: level(1, 4),
  incidentCount: readOnly(starting(0, integer())),
  effectPoints: readOnly(starting(0, integer())),
  rejectReason: readOnly(longText(2000)),
  rcaMethod: choice(...rcaMethods),
  whys: structure(whysSchema),
  fishbone: structure(fishboneSchema),
  rootCause: longText(4000),
  causeClass: choice(...causeClasses),
  /** What made the human act possible, or what did not catch it. */
  enablingCondition: longText(4000),
  removalPrevents: boolean(),
  removalReason: longText(4000),
  rootCauseAt: readOnly(instant()),
  workaround: longText(),
  publicText: structure(publicTextSchema),
  publishedAt: readOnly(instant()),
  publishedById: readOnly(reference('person')),
  retiredAt: readOnly(instant()),
  workaroundUses: readOnly(starting(0, integer())),
  decision: readOnly(choice(...decisions)),
  decisionReason: readOnly(longText(2000)),
  decidedById: readOnly(reference('person')),
  decidedAt: readOnly(instant()),
  reviewOn: date(),
  suspendedFrom: internal(readOnly(text(40))),
  resolution: longText(),
  verification: longText(4000),
  verifiedById: readOnly(reference('person')),
  resolvedAt: readOnly(instant()),
  closeStatement: longText(4000),
  recurrences: readOnly(starting(0, integer())),
  reopenCount: readOnly(starting(0, integer())),
  effectivenessDueAt: readOnly(instant()),
  incidentsBefore: readOnly(integer()),
  incidentsAfter: readOnly(integer()),
  effectivenessPercent: readOnly(integer(-2_147_483_648)),
  effectivenessConclusion: longText(4000),
  effectivenessReviewedAt: readOnly(instant()),
  effectivenessReviewedById: readOnly(reference('person')),
  sodException: readOnly(starting(false, boolean())),
};
export type ProblemRecord = RecordOf<typeof fields>;

/** Who raises one, who runs the process, and who works on a problem (each as far as they reach). */
export const raisers = [
  'problem-manager', 'incident-manager', 'service-desk-lead', 'service-desk-agent', 'engineer', 'service-owner',
  'sms-manager', 'top-management', 'service-level-manager', 'business-relationship-manager',
] as const; // prettier-ignore
export const managers = ['problem-manager', 'sms-manager'] as const;
export const workers = [...managers, 'incident-manager', 'engineer', 'service-owner'] as const;

import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import {
  boolean,
  choice,
  instant,
  integer,
  internal,
  longText,
  readOnly,
  reference,
  references,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import type { BackOutPlan, ImpactAnswers, ImplementationStep, TemplateAnswers } from './change.plans.ts';
import { riskLevels, type RiskAnswers } from './change.risk.ts';
import {
  backOutPlanSchema,
  impactAnswersSchema,
  implementationPlanSchema,
  riskAnswersSchema,
  templateAnswersSchema,
} from './change.schemas.ts';

export const categories = [
  'standard',
  'minor',
  'significant',
  'major',
  'emergency',
  'service',
  'document',
] as const;
export const emergencyGrounds = [
  'restore_service',
  'imminent_failure',
  'security',
  'legal',
  'safety',
] as const;

/** What else is planned on the same things at the same time, as it was found by the check. */
export const collisionSchema = z.looseObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** What both touch. */
  sharedIds: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  kind: z.enum(['change', 'freeze', 'release']).optional(),
  /** The other's things are the same, what ours need (upstream), or what needs ours (downstream). */
  relation: z.enum(['same', 'upstream', 'downstream', 'everything']).optional(),
  /** From one of ours to the nearest of theirs. */
  path: z.array(z.string()).optional(),
  overlapFrom: z.string().optional(),
  overlapTo: z.string().optional(),
  /** Of a freeze: who let this change pass, and why. */
  letPass: z
    .object({ byId: z.string().nullable(), reason: z.string(), at: z.string() })
    .nullable()
    .optional(),
});
export type Collision = z.output<typeof collisionSchema>;

export const fields = {
  category: choice(...categories),
  modelId: reference('change-model'),
  /** Why; the reason of an act is something else. */
  purpose: longText(),
  objective: longText(),
  scope: longText(),
  subjectIds: starting<string[]>([], references('service', 'ci')),
  implementerId: reference('person'),
  plannedStartAt: instant(),
  plannedEndAt: instant(),
  downtimeMinutes: integer(0, 1_000_000),
  windowBasis: choice('no_interruption', 'agreed_maintenance', 'customer_consent'),
  windowEvidence: longText(2000),
  templateAnswers: structure<TemplateAnswers>(templateAnswersSchema),
  riskAnswers: structure<RiskAnswers>(riskAnswersSchema),
  riskImpact: readOnly(integer(1, 4)),
  riskLikelihood: readOnly(integer(1, 4)),
  riskScore: readOnly(integer(1, 16)),
  riskLevel: readOnly(choice(...riskLevels)),
  impactAnswers: structure<ImpactAnswers>(impactAnswersSchema),
  affectedServiceIds: starting<string[]>([], references('service')),
  affectedCustomerIds: starting<string[]>([], references('organisation')),
  costCents: internal(integer(0, 1_000_000_000_000)),
  currency: internal(starting('CNY', choice('CNY', 'EUR', 'USD', 'HKD'))),
  benefit: longText(),
  feasibility: longText(),
  resources: longText(),
  needsCustomerApproval: starting(false, boolean()),
  collisions: readOnly(starting<Collision[]>([], structure(z.array(collisionSchema)))),
  collisionsCheckedAt: readOnly(instant()),
  collisionsCheckedById: readOnly(reference('person')),
  collisionResolution: longText(4000),
  majorCriteria: readOnly(starting<string[]>([], structure(z.array(z.string())))),
  implementationPlan: starting<ImplementationStep[]>([], structure(implementationPlanSchema)),
  backOutPlan: structure<BackOutPlan>(backOutPlanSchema),
  testEvidence: longText(),
  notTestableReason: longText(4000),
  emergencyGround: choice(...emergencyGrounds),
  emergencyReason: longText(4000),
  authorisedById: reference('person'),
  authorisedAt: instant(),
  authorisedVia: choice('in_person', 'phone', 'meeting', 'message'),
  authorisationNote: longText(2000),
  authorisationConfirmedAt: readOnly(instant()),
  submittedAt: readOnly(instant()),
  assessedAt: readOnly(instant()),
  assessedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  /** The window that approvers agreed to. */
  approvedStartAt: readOnly(instant()),
  approvedEndAt: readOnly(instant()),
  rejectedAt: readOnly(instant()),
  scheduledAt: readOnly(instant()),
  noticeSentAt: readOnly(instant()),
  startedAt: readOnly(instant()),
  startedById: readOnly(reference('person')),
  /** Implemented, backed out or failed: reports count by it. */
  endedAt: readOnly(instant()),
  result: readOnly(choice('implemented', 'backed_out', 'failed')),
  resultNote: longText(),
  inWindow: readOnly(boolean()),
  documentedAt: readOnly(instant()),
  /** Configuration items say what is there now, or none is concerned. */
  cisUpdated: choice('updated', 'not_affected'),
  monitoringResult: longText(),
  usersInformed: choice('informed', 'not_concerned'),
  reviewRequired: readOnly(boolean()),
  reviewerId: reference('person'),
  objectiveMet: choice('yes', 'partly', 'no'),
  incidentsNote: longText(4000),
  deviations: longText(),
  lessons: longText(),
  userFeedback: longText(),
  reviewedAt: readOnly(instant()),
  reviewedById: readOnly(reference('person')),
  successful: readOnly(boolean()),
  /** Found, not asked for: somebody changed something past this process. */
  unauthorised: readOnly(starting(false, boolean())),
  sodException: readOnly(starting(false, boolean())),
  /** Withdrawn, rejected or cancelled before anything was done. */
  stoppedAt: readOnly(instant()),
};
export type Change = RecordOf<typeof fields>;

export const managers = ['change-manager', 'sms-manager'] as const;
/** Whoever works inside may ask for a change; auditors only look. */
export const workers = staff.filter((role) => role !== 'internal-auditor');

/** From here on somebody has said that it may be done. */
export const authorisedStates = [
  'approved',
  'scheduled',
  'implementing',
  'implemented',
  'documented',
  'in_review',
] as const;

import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { defineSetting, type SettingKey } from '../../kernel/practice/settings.ts';
import { categories, emergencyGrounds } from './change.fields.ts';
import { impactAreas } from './change.plans.ts';
import { riskLevels, type RiskRule } from './change.risk.ts';
import { riskRuleSchema } from './change.schemas.ts';

/**
 * 8.5.1.1: the policy as data. Each part is a setting of its own, so that a decision cites the version of the part that
 * made it (0.1.5) and the trail tells who changed what when.
 */

export const controlled = [
  'services', 'service_components', 'configuration_items', 'agreements', 'catalogue', 'contracts', 'network_rules',
  'cloud_consoles', 'documents', 'parties',
] as const; // prettier-ignore

const scopeSchema = z.strictObject({
  covered: z.array(z.enum(controlled)).min(1).max(controlled.length),
  /** What is left out and why, in the organisation's own words. */
  excluded: z.string().trim().max(4000),
});
type Scope = z.output<typeof scopeSchema>;
/** What is under the control of change management. */
export const scopeOfControl = defineSetting<Scope>('change.scope', {
  covered: [...controlled],
  excluded: '',
});

const categoryRuleSchema = z.strictObject({
  used: z.boolean(),
  /** A change of this category may not be riskier; it then belongs to another one. */
  maxRisk: z.enum(riskLevels),
});
const categoriesSchema = z.strictObject(
  Object.fromEntries(categories.map((category) => [category, categoryRuleSchema])) as Record<
    (typeof categories)[number],
    typeof categoryRuleSchema
  >,
);
type CategoryRules = z.output<typeof categoriesSchema>;
export const categoryRules = defineSetting<CategoryRules>('change.categories', {
  standard: { used: true, maxRisk: 'low' },
  minor: { used: true, maxRisk: 'medium' },
  significant: { used: true, maxRisk: 'very_high' },
  major: { used: true, maxRisk: 'very_high' },
  emergency: { used: true, maxRisk: 'very_high' },
  service: { used: true, maxRisk: 'very_high' },
  document: { used: true, maxRisk: 'high' },
});

const majorCriterionSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/),
    /** Everything that is stated must be met. */
    riskLevel: z.enum(riskLevels).optional(),
    criticality: z
      .array(z.enum(['critical', 'high', 'medium', 'low']))
      .min(1)
      .max(4)
      .optional(),
    affectedCustomers: z.int().min(1).max(100_000).optional(),
    affectedServices: z.int().min(1).max(100_000).optional(),
    costCents: z.int().min(1).max(1_000_000_000_000).optional(),
    area: z.enum(impactAreas).optional(),
  })
  .refine((criterion) => Object.keys(criterion).length > 1, { params: { key: 'change.empty_criterion' } });
export type MajorCriterion = z.output<typeof majorCriterionSchema>;
const majorCriteriaSchema = z.array(majorCriterionSchema).max(20);
/** When a change has major impact on customers or services: it is then planned by design and transition (8.5.2). */
export const majorCriteria = defineSetting<readonly MajorCriterion[]>('change.major_criteria', [
  { key: 'very_high_risk_critical_service', riskLevel: 'very_high', criticality: ['critical'] },
  { key: 'many_customers', riskLevel: 'high', affectedCustomers: 10 },
  { key: 'costly', costCents: 50_000_000 },
]);

const approvalStepSchema = z
  .strictObject({
    by: z.enum(['role', 'service_owner', 'team_lead']),
    role: z.enum(roles).optional(),
    quorum: z.union([z.enum(['any', 'all']), z.int().min(1).max(20)]),
  })
  .refine(({ by, role }) => by !== 'role' || role !== undefined, {
    path: ['role'],
    params: { key: 'change.step_role' },
  });
export type ApprovalStep = z.output<typeof approvalStepSchema>;
const stepsSchema = z.array(approvalStepSchema).min(1).max(6);
const matrixSchema = z.strictObject({
  low: stepsSchema,
  medium: stepsSchema,
  high: stepsSchema,
  very_high: stepsSchema,
  /** Whatever its risk, a change of major impact needs these besides. */
  major: z.array(approvalStepSchema).max(6),
  /** Working days that approvers have; they are reminded before. */
  withinDays: z.int().min(1).max(60),
});
type ApprovalMatrix = z.output<typeof matrixSchema>;
const byRole = (role: (typeof roles)[number], quorum: ApprovalStep['quorum'] = 'any'): ApprovalStep => ({
  by: 'role',
  role,
  quorum,
});
/** 8.5.1.3: who approves by level of risk; high risk goes to management. */
export const approvalMatrix = defineSetting<ApprovalMatrix>('change.approval_matrix', {
  low: [byRole('change-manager')],
  medium: [byRole('change-manager'), { by: 'service_owner', quorum: 'any' }],
  high: [byRole('change-manager'), byRole('cab-member'), byRole('top-management')],
  very_high: [byRole('change-manager'), byRole('cab-member', 2), byRole('top-management')],
  major: [byRole('top-management')],
  withinDays: 3,
});

export const riskRule = defineSetting<RiskRule>('change.risk', {
  impact: { criticality: 3, users: 2, security: 2, reversibility: 1 },
  likelihood: { tested: 3, complexity: 2, window: 1, supplier: 1, reversibility: 1 },
  classFrom: [1.6, 2.4, 3.2],
  worst: { answer: 4, atLeast: 2 },
  levelFrom: { medium: 4, high: 8, very_high: 12 },
});

const emergencySchema = z.strictObject({
  grounds: z.array(z.enum(emergencyGrounds)).min(1).max(emergencyGrounds.length),
  /** ECAB: whoever holds one of these may authorise, also by phone. */
  authorisers: z.array(z.enum(roles)).min(1).max(10),
  /** Working days in which the documentation is completed afterwards. */
  documentedWithin: z.int().min(1).max(20),
});
type EmergencyRules = z.output<typeof emergencySchema>;
export const emergencyRules = defineSetting<EmergencyRules>('change.emergency', {
  grounds: [...emergencyGrounds],
  authorisers: ['ecab-member', 'change-manager', 'sms-manager', 'top-management'],
  documentedWithin: 1,
});

const steps = z.int().min(1).max(20);
const planningSchema = z.strictObject({
  backOutSteps: z.strictObject({ low: steps, medium: steps, high: steps, very_high: steps }),
  /** From this level on approvers decide with the plans before them; below it they may follow until it is scheduled. */
  plansBeforeApproval: z.enum(riskLevels),
  /** Minutes by which it may begin before or after its window. */
  windowTolerance: z.int().min(0).max(1440),
});
type PlanningRules = z.output<typeof planningSchema>;
export const planningRules = defineSetting<PlanningRules>('change.planning', {
  backOutSteps: { low: 2, medium: 3, high: 3, very_high: 4 },
  plansBeforeApproval: 'high',
  windowTolerance: 15,
});

const days = z.int().min(1).max(60);
const reviewSchema = z.strictObject({
  /** Working days from its end to the end of the review. */
  within: days,
  /** Of standard changes so many in a hundred are reviewed as well; which ones, nobody chooses. */
  standardSample: z.int().min(0).max(100),
  investigationWithin: days,
  /** Incidents so many days afterwards count against it. */
  incidentDays: days,
  /** The calendar that working days are counted over; the first one with working days when none is named. */
  calendarId: z.uuid().nullable(),
});
export type ReviewRules = z.output<typeof reviewSchema>;
export const reviewRules = defineSetting<ReviewRules>('change.review', {
  within: 5,
  standardSample: 5,
  investigationWithin: 5,
  incidentDays: 7,
  calendarId: null,
});

const modelRulesSchema = z.strictObject({
  /** Successful changes that a model has to show before it is authorised. */
  proofs: z.int().min(1).max(100),
  reauthoriseMonths: z.int().min(1).max(36),
});
type ModelRules = z.output<typeof modelRulesSchema>;
export const modelRules = defineSetting<ModelRules>('change.models', { proofs: 3, reauthoriseMonths: 12 });

type Part<T> = { readonly key: SettingKey<T>; readonly schema: z.ZodType<T> };
const part = <T>(key: SettingKey<T>, schema: z.ZodType<T>): Part<T> => ({ key, schema });
/** Every part by the name that it has in the API and on the page. */
export const policyParts = {
  scope: part(scopeOfControl, scopeSchema),
  categories: part(categoryRules, categoriesSchema),
  major_criteria: part(majorCriteria, majorCriteriaSchema as z.ZodType<readonly MajorCriterion[]>),
  approval_matrix: part(approvalMatrix, matrixSchema),
  risk: part(riskRule, riskRuleSchema),
  emergency: part(emergencyRules, emergencySchema),
  planning: part(planningRules, planningSchema),
  review: part(reviewRules, reviewSchema),
  models: part(modelRules, modelRulesSchema),
} as const;
export type PolicyPart = keyof typeof policyParts;
export const policyPartNames = Object.keys(policyParts) as readonly PolicyPart[];

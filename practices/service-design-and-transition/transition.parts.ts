/** 8.5.2.1 a to h: what the plan of a new, changed, transferred or removed service says. */
export const planItems = [
  'responsibilities',
  'activities',
  'resources',
  'dependencies',
  'tests',
  'acceptance',
  'outcomes',
  'impact',
] as const;
type PlanItem = (typeof planItems)[number];
export type Plan = Partial<Readonly<Record<PlanItem, string>>>;

/** What it shall bring, in a figure that can be compared afterwards. */
export type Outcome = {
  readonly metric: string;
  readonly way: 'at_least' | 'at_most';
  readonly target: number;
  readonly unit?: string | undefined;
};
export const isMet = ({ way, target }: Outcome, actual: number | undefined): boolean =>
  actual !== undefined && (way === 'at_least' ? actual >= target : actual <= target);

/** Each requirement and where the design answers it. */
export type Requirement = { readonly text: string; readonly design?: string | undefined };

/** The design package: everything of it is in place before the service goes live. */
export const areas = [
  'sla', 'contracts', 'catalogue', 'training', 'knowledge', 'monitoring', 'cis', 'capacity', 'continuity', 'security',
] as const; // prettier-ignore
export type Area = (typeof areas)[number];
export type CheckItem = { readonly area: Area; readonly ownerId?: string | undefined };
/** Where the evidence lies, or why nothing is needed. */
export type Checked = {
  readonly area: Area;
  readonly reference: string;
  readonly needed: boolean;
  readonly byId: string | null;
  readonly at: string;
};

/** Of a removal or a transfer: what becomes of everything that belongs to the service. */
export const handlingParts = ['data', 'documents', 'knowledge', 'components'] as const;
export type HandlingItem = {
  readonly part: (typeof handlingParts)[number];
  readonly what: string;
  readonly ownerId?: string | undefined;
  readonly dueOn?: string | undefined;
};
export type Handled = {
  readonly reference: string;
  readonly byId: string | null;
  readonly at: string;
} | null;

export type Evaluation = {
  readonly satisfaction: number;
  readonly wentWell: string;
  readonly improvements: string;
};

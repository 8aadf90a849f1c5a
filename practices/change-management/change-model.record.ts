import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { defineProcess, no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import {
  choice,
  date,
  instant,
  integer,
  longText,
  readOnly,
  reference,
  references,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { invalid } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { access } from './change.access.ts';
import { managers, workers } from './change.fields.ts';
import { planFaults } from './change.plan-faults.ts';
import { isThin, type BackOutPlan, type ImplementationStep, type TemplateItem } from './change.plans.ts';
import { riskLevels, riskOf, type RiskAnswers } from './change.risk.ts';
import {
  backOutPlanSchema,
  implementationPlanSchema,
  riskAnswersSchema,
  templateItemsSchema,
} from './change.schemas.ts';
import { modelRules, planningRules, riskRule } from './policy.settings.ts';

const fields = {
  /** A standard model authorises what is made from it; a template only helps to ask. */
  use: starting('standard', choice('standard', 'template')),
  description: longText(4000),
  purpose: longText(4000),
  objective: longText(4000),
  subjectIds: starting<string[]>([], references('service', 'ci')),
  items: starting<TemplateItem[]>([], structure(templateItemsSchema)),
  riskAnswers: starting<RiskAnswers>({}, structure(riskAnswersSchema)),
  riskImpact: readOnly(integer(1, 4)),
  riskLikelihood: readOnly(integer(1, 4)),
  riskScore: readOnly(integer(1, 16)),
  riskLevel: readOnly(choice(...riskLevels)),
  implementationPlan: starting<ImplementationStep[]>([], structure(implementationPlanSchema)),
  backOutPlan: structure<BackOutPlan>(backOutPlanSchema),
  testMethod: longText(),
  proofIds: starting<string[]>([], references('change')),
  authorId: readOnly(reference('person')),
  authorisedById: readOnly(reference('person')),
  authorisedAt: readOnly(instant()),
  expiresOn: readOnly(date()),
};
export type ChangeModel = RecordOf<typeof fields>;

type R = Rule<ChangeModel>;
const writable = [
  'title', 'serviceId', 'teamId', 'ownerId', 'use', 'description', 'purpose', 'objective', 'subjectIds', 'items', 'riskAnswers',
  'implementationPlan', 'backOutPlan', 'testMethod', 'proofIds',
] as const; // prettier-ignore

type ProofFacts = { readonly proofs: number };
/** Successful, of low risk, reviewed by another person: made from this model, or named as the same kind of change. */
const proofFacts = async (tx: Tx, model: ChangeModel): Promise<ProofFacts> => {
  const [row] = await tx.run<ProofFacts>(
    'change_model_proofs',
    `select count(*)::int as proofs from change c join record r on r.id = c.id
     where (c.model_id = $1 or c.id = any($2::uuid[])) and r.state = 'closed' and c.successful and c.risk_level = 'low'
       and (c.reviewed_at is not null or c.category = 'standard')`,
    [model.id, model.proofIds ?? []],
  );
  return row ?? { proofs: 0 };
};

const isEarned: R = (model, _actor, { facts, settings }) => {
  if (model.use === 'template') return undefined;
  const { proofs: least } = settings.get(modelRules).value;
  const { proofs } = facts as ProofFacts;
  return proofs < least ? no('change.model_not_earned', { found: proofs, least }) : undefined;
};
const riskIsLow: R = (model, _actor, { settings }) => {
  if (model.use === 'template') return undefined;
  const risk = riskOf(settings.get(riskRule).value, model.riskAnswers ?? {});
  return risk?.level === 'low' ? undefined : no('change.model_risk', {}, 'riskAnswers');
};
const isComplete: R = (model, _actor, { settings }) => {
  if (model.use === 'template')
    return (model.items ?? []).length === 0 && (model.implementationPlan ?? []).length === 0
      ? no('change.template_empty', {}, 'items')
      : undefined;
  if (isThin(model.objective, 8)) return no('change.too_thin', { field: '@change_model.field.objective' }, 'objective');
  // Who carries it out, each change says; how it is tested, the model.
  const planned = { ...model, implementerId: model.id, testEvidence: model.testMethod, notTestableReason: null };
  const faults = planFaults(planned, settings.get(planningRules).value.backOutSteps.low).map((fault) =>
    fault.field === 'testEvidence' ? { ...fault, field: 'testMethod' } : fault,
  );
  if (faults.length > 0) throw invalid(faults);
  return undefined;
}; // prettier-ignore

/** Pre-authorising is approving: not by whoever wrote it, each year anew. */
const isNotTheAuthor: R = (model, actor, { settings }) =>
  actor.id !== null && actor.id === model.authorId && settings.get(profile).value !== 'S'
    ? no('change.model_own')
    : undefined;

const authorised = (_model: ChangeModel, actor: Actor, { at, settings }: Context): Partial<ChangeModel> => {
  const months = settings.get(modelRules).value.reauthoriseMonths;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  return {
    authorisedById: actor.id,
    authorisedAt: new Date(at).toISOString(),
    expiresOn: today.add({ months }).toString(),
  };
};

const authorise = {
  by: managers,
  rules: [isNotTheAuthor],
  facts: (work: Tx, model: ChangeModel, _input: Input) => proofFacts(work, model),
  checks: [isComplete, riskIsLow, isEarned],
  set: authorised,
  comment: 'internal',
} as const;

const process = defineProcess<ChangeModel>()({
  states: {
    draft: 'new',
    in_force: 'active',
    suspended: 'waiting',
    lapsed: 'waiting',
    retired: 'closed',
  },
  initial: 'draft',
  create: {
    by: workers,
    fields: writable,
    required: ['title', 'use'],
    set: (model, actor) => ({ authorId: actor.id, ownerId: model.ownerId ?? actor.id }),
  },
  /** What is in force is not edited under those who rely on it: it goes back to draft and is authorised anew. */
  edit: {
    from: ['draft'],
    by: workers,
    fields: writable,
    required: ['title', 'use'],
    // Whoever wrote last may not authorise it.
    set: (_model, actor) => (actor.id === null ? {} : { authorId: actor.id }),
  },
  transitions: {
    authorise: { ...authorise, from: ['draft'], to: 'in_force' },
    reauthorise: { ...authorise, from: ['in_force', 'lapsed', 'suspended'], to: 'in_force' },
    /** A change made from it failed, or somebody has a doubt. */
    suspend: { from: ['in_force'], to: 'suspended', by: managers, requires: ['reason'] },
    lapse: { from: ['in_force'], to: 'lapsed', by: ['system'], requires: ['reason'] },
    revise: {
      from: ['in_force', 'suspended', 'lapsed'],
      to: 'draft',
      by: workers,
      requires: ['reason'],
      set: () => ({ authorisedById: null, authorisedAt: null, expiresOn: null }),
    },
    retire: {
      from: ['draft', 'in_force', 'suspended', 'lapsed'],
      to: 'retired',
      by: managers,
      requires: ['reason'],
    },
  },
  clocks: {},
  derive: (model, settings) => {
    const { value, version } = settings.get(riskRule);
    const risk = riskOf(value, model.riskAnswers ?? {});
    return {
      set: {
        riskImpact: risk?.impact ?? null,
        riskLikelihood: risk?.likelihood ?? null,
        riskScore: risk?.score ?? null,
        riskLevel: risk?.level ?? null,
      },
      rules: risk ? { risk: version } : {},
    };
  },
});

/** A kind of change: proven and pre-authorised, or a template that asks what must not be forgotten. */
export const changeModel = defineRecord({
  type: 'change-model',
  plural: 'change-models',
  prefix: 'CHM',
  fields,
  base: ['title', 'serviceId', 'teamId', 'ownerId'],
  search: ['description', 'objective'],
  list: [
    'number',
    'title',
    'state',
    'use',
    'riskLevel',
    'expiresOn',
    'authorisedById',
    'ownerId',
    'updatedAt',
  ],
  register: true,
  process,
  access,
});

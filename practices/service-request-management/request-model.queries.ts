import { teams } from '../../kernel/directory/team.snapshot.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context, Input } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Bilingual, Form } from './form.ts';
import type { ApprovalStep, TaskTemplate } from './request-model.schema.ts';

export type NamedPlaces = {
  readonly unknownTeams: readonly string[];
  readonly unknownPeople: readonly string[];
  /** The form as it stood; undefined for a new model. */
  readonly formBefore: Form | undefined;
};

/** What the structures of a model point to: they are no columns, so nothing else checks them. */
export async function placesNamed(work: Work, model: BaseRecord, input: Input): Promise<NamedPlaces> {
  const known = work.house.reference.get(teams);
  const tasks = (input['tasks'] ?? []) as readonly TaskTemplate[];
  const steps = (input['approvalSteps'] ?? []) as readonly ApprovalStep[];
  const people = steps.flatMap((step) => step.personId ?? []);
  const found = await work.run<{ id: string }>(
    'request_model_people',
    `select id from record where id = any($1::uuid[]) and type = 'person' and state = 'active'`,
    [people],
  );
  const before = await work.run<{ form: Form }>(
    'request_model_form',
    'select form from request_form where model_id = $1 order by version desc limit 1',
    [model.id],
  );
  return {
    unknownTeams: tasks.flatMap((t) => (t.teamId === undefined || known.has(t.teamId) ? [] : [t.teamId])),
    unknownPeople: people.filter((id) => !found.some((row) => row.id === id)),
    formBefore: before[0]?.form,
  };
}

type WithForm = BaseRecord & { readonly form: Form | null; readonly formVersion: number | null };

/** Every form stays readable for ever: requests point to the one that they answered. */
export async function keepForm(work: Work, model: WithForm, _actor: Actor, { at }: Context): Promise<void> {
  await work.run(
    'keep_request_form',
    'insert into request_form (model_id, version, form, at) values ($1, $2, $3, $4) on conflict do nothing',
    [
      model.id,
      model.formVersion,
      JSON.stringify(model.form ?? { questions: [] }),
      new Date(at).toISOString(),
    ],
  );
}

export type Model = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly title: Bilingual;
  readonly description: { readonly [K in keyof Bilingual]: string | null };
  readonly category: string | null;
  readonly icon: string | null;
  readonly priority: number;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly form: Form;
  readonly formVersion: number;
  readonly entitledUnitIds: readonly string[];
  readonly entitledRoles: readonly string[];
  readonly approvalSteps: readonly ApprovalStep[];
  readonly tasks: readonly TaskTemplate[];
  readonly costCents: number | null;
  readonly currency: string;
  readonly costQuestion: string | null;
  readonly grantsAccess: boolean;
  readonly recertifyMonths: number | null;
  readonly needsChange: boolean;
  readonly targetHours: number | null;
  readonly targetFrom: 'submitted' | 'approved';
  readonly calendarId: string | null;
};

const columns = `r.id, r.number, r.state, jsonb_build_object('en', m.title_en, 'zh-CN', m.title_zh) as title,
    jsonb_build_object('en', m.description_en, 'zh-CN', m.description_zh) as description, m.category, m.icon, r.priority,
    r.service_id as "serviceId", r.team_id as "teamId", r.owner_id as "ownerId", m.form, m.form_version as "formVersion",
    m.entitled_unit_ids as "entitledUnitIds", m.entitled_roles as "entitledRoles", m.approval_steps as "approvalSteps",
    m.tasks, m.cost_cents as "costCents", m.currency, m.cost_question as "costQuestion",
    m.grants_access as "grantsAccess", m.recertify_months as "recertifyMonths", m.needs_change as "needsChange",
    m.target_hours as "targetHours", m.target_from as "targetFrom", m.calendar_id as "calendarId"
  from request_model m join record r on r.id = m.id`;

/** Everything that is offered to anybody. */
export const activeModels = (tx: Tx) =>
  tx.run<Model>(
    'active_request_models',
    `select ${columns} where r.state = 'active' order by m.category, r.number`,
  );

export async function modelOf(tx: Tx, id: string | null): Promise<Model | undefined> {
  const [model] = await tx.run<Model>('request_model', `select ${columns} where r.id = $1`, [id]);
  return model;
}

/** A form as it was; requests are read with the questions they answered. */
export async function formOf(tx: Tx, modelId: string, version: number): Promise<Form | undefined> {
  const [row] = await tx.run<{ form: Form }>(
    'request_form',
    'select form from request_form where model_id = $1 and version = $2',
    [modelId, version],
  );
  return row?.form;
}

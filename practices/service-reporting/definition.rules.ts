import type { Work } from '../../kernel/practice/house.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { staff } from '../../kernel/access/roles.ts';
import type { ReportDefinition } from './definition.fields.ts';
import { kpiNamed } from './figures.ts';
import { blank, mayDecideAlone, wrote } from './reporting.roles.ts';

type Of = Rule<ReportDefinition>;
const after = (definition: ReportDefinition, { input }: Context) =>
  ({ ...definition, ...input }) as ReportDefinition;

export async function figureFacts(
  work: Work,
  definition: ReportDefinition,
  input: Readonly<Record<string, unknown>>,
) {
  const now = { ...definition, ...input } as ReportDefinition;
  return {
    unknown: (now.figures ?? []).find(({ measure }) => kpiNamed(work.house, measure) === undefined)?.measure,
    outsiders: await outsidersOf(work, now),
  };
}

/** Recipients who neither work here nor belong to the customer: to them it would be somebody else's report. */
async function outsidersOf(
  work: Work,
  { recipientIds, customerId }: ReportDefinition,
): Promise<readonly string[]> {
  const rows = await work.run<{ title: string }>(
    'report_outsiders',
    `with recursive theirs(id) as (
       select $2::uuid where $2::uuid is not null
       union select o.id from organisation o join theirs t on o.parent_id = t.id)
     select r.title from record r where r.id = any($1::uuid[])
       and not exists (select 1 from role_holder h join record hr on hr.id = h.id and hr.state = 'active'
         where h.person_id = r.id and h.role = any($3::text[]))
       and not exists (select 1 from theirs where theirs.id in (r.org_unit_id, r.customer_id)) order by r.id limit 5`,
    [recipientIds ?? [], customerId, staff],
  );
  return rows.map(({ title }) => title);
}

export const figuresAreKnown: Of = (_definition, _actor, { facts }) =>
  typeof facts['unknown'] === 'string'
    ? no('measurement.no_such_measure', { key: facts['unknown'] }, 'figures')
    : undefined;

export const figuresAreNamedOnce: Of = (definition, _actor, context) => {
  const keys = (after(definition, context).figures ?? []).map(({ measure }) => measure);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  return twice === undefined ? undefined : no('report_definition.figure_twice', { key: twice }, 'figures');
};

/** A customer's report is about one customer, the management's about all: whoever sees it follows from that. */
export const customerFits: Of = (definition, _actor, context) => {
  const { audience, customerId } = after(definition, context);
  if (audience === 'customer' && customerId === null)
    return no('report_definition.customer_needed', {}, 'customerId');
  return audience === 'management' && customerId !== null
    ? no('report_definition.customer_not_meant', {}, 'customerId')
    : undefined;
};

export const recipientsMayRead: Of = (_definition, _actor, { facts }) => {
  const outsiders = facts['outsiders'] as readonly string[];
  return outsiders.length > 0
    ? no('report_definition.recipient_outside', { names: outsiders.join(', ') }, 'recipientIds')
    : undefined;
};

/** 9.4 a: who asked for it, and what is decided with it. */
export const isWhole: Of = (definition) => {
  const lacks = (['purpose', 'decides', 'ownerId'] as const).find((field) => blank(definition[field]));
  if (lacks !== undefined) return no('problem.required', { field: `@report_definition.field.${lacks}` });
  if ((definition.figures ?? []).length === 0) return no('report_definition.without_figures');
  return (definition.recipientIds ?? []).length === 0
    ? no('report_definition.without_recipients')
    : undefined;
};

export const approvedByAnother: Of = (definition, actor, context) =>
  wrote(definition, actor) && !mayDecideAlone(context)
    ? no('report_definition.approver_wrote_it')
    : undefined;

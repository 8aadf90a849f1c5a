import { z } from 'zod';
import { each } from '../../kernel/access/roles.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { plain } from '../../kernel/record/field.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { asText } from '../../kernel/record/text.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import { auditors, judges, keepers, theirs } from './audit.roles.ts';
import { results } from './engagement.fields.ts';
import { algorithm } from '../../kernel/sampling/draw.ts';
import { fields, type AuditSample, type SampleItem } from './sample.fields.ts';
import { drawSample, type DrawnSample } from './sample.freeze.ts';

type R = Rule<AuditSample>;

const datesInOrder: R = (_sample, _actor, { input }) => {
  const [from, to] = [asText(input['periodFrom']), asText(input['periodTo'])];
  return to < from ? no('problem.dates_reversed', { from, to }, 'periodTo') : undefined;
};

const populationIsThere: R = (_sample, _actor, { facts }) =>
  (facts as DrawnSample).population.count === 0
    ? no('audit_sample.empty_population', {}, 'filters')
    : undefined;

const thereAreSoMany: R = (_sample, _actor, { facts, input }) => {
  const { population, items } = facts as DrawnSample;
  const n = Number(input['n']);
  if (n > population.count)
    return no('audit_sample.more_than_there_are', { n, count: population.count }, 'n');
  return items
    ? undefined
    : no('audit_sample.fewer_than_strata', { n, strata: population.strata.length }, 'n');
};

const requirementIsThere: R = (_sample, _actor, { input }) =>
  typeof input['requirement'] === 'string' && !requirementNamed(input['requirement'])
    ? no('audit_engagement.no_such_requirement', { requirement: input['requirement'] }, 'requirement')
    : undefined;

type Given = {
  readonly position: number;
  readonly result?: SampleItem['result'];
  readonly note?: string | null;
};
const itemOf = (sample: AuditSample, { input }: Context) => {
  const given = input['item'] as Given;
  return { given, item: sample.items?.find(({ position }) => position === given.position) };
};
const itemIsThere: R = (sample, _actor, context) =>
  itemOf(sample, context).item
    ? undefined
    : no('audit_sample.no_such_item', { n: sample.items?.length ?? 0 }, 'item');
const consultantsJudgeNothing: R = (sample, actor, context) =>
  itemOf(sample, context).given.result != null && !judges.some((role) => holds(actor, role))
    ? no('audit_workspace.consultant_judges', {}, 'item')
    : undefined;
/** What is no conformity is told in words, or nobody can act on it. */
const findingsAreTold: R = (sample, _actor, context) => {
  const { given, item } = itemOf(sample, context);
  const result = given.result === undefined ? item?.result : given.result;
  const note = given.note === undefined ? item?.note : given.note;
  return result != null && result !== 'conform' && !note
    ? no('audit_sample.note_needed', {}, 'item')
    : undefined;
};

const undecided = (sample: AuditSample) =>
  (sample.items ?? []).filter(({ result }) => result === null).length;
const allJudged: R = (sample) =>
  undecided(sample) > 0 ? no('audit_sample.undecided', { count: undecided(sample) }) : undefined;

async function keepContents(
  work: Work,
  sample: AuditSample,
  _actor: Actor,
  { facts }: Context,
): Promise<void> {
  await work.run(
    'audit_sample_keep',
    `insert into audit_sample_content (sample_id, position, content)
     select $1, c.position, c.content from jsonb_to_recordset($2::jsonb) as c(position integer, content text)`,
    [sample.id, JSON.stringify((facts as DrawnSample).contents ?? [])],
  );
}

const process = defineProcess<AuditSample>()({
  states: { drawn: 'active', concluded: 'closed' },
  initial: 'drawn',
  create: {
    by: auditors,
    fields: [
      'title', 'engagementId', 'recordType', 'filters', 'periodFrom', 'periodTo', 'stratify', 'zone', 'n', 'seed', 'requirement',
    ],
    required: ['title', 'recordType', 'periodFrom', 'periodTo', 'n'],
    facts: drawSample,
    checks: [datesInOrder, requirementIsThere, populationIsThere, thereAreSoMany],
    set: (sample, _actor, { facts }) => {
      const drawn = facts as DrawnSample;
      return {
        filters: drawn.definition.filters,
        stratify: drawn.definition.stratify,
        zone: drawn.definition.zone,
        unitIds: [...drawn.definition.unitIds],
        engagementId: drawn.engagementId,
        auditorIds: [...drawn.auditorIds],
        ownerId: sample.ownerId ?? sample.createdBy,
        seed: drawn.seed,
        seedMade: drawn.seedMade,
        algorithm,
        populationCount: drawn.population.count,
        populationHash: drawn.population.hash,
        sampleHash: drawn.sampleHash ?? null,
        strata: [...(drawn.strata ?? [])],
        items: [...(drawn.items ?? [])],
      };
    },
    effect: keepContents,
  },
  /** What was drawn does not change; its name may. */
  edit: { from: ['drawn'], by: auditors, fields: ['title', 'requirement'], required: ['title'], checks: [requirementIsThere] },
  transitions: {
    note: {
      from: ['drawn'],
      by: auditors,
      input: {
        item: z.strictObject({
          position: z.int().min(1),
          result: z.enum(results).nullable().optional(),
          note: plain(4000).nullable().optional(),
        }),
      },
      checks: [itemIsThere, consultantsJudgeNothing, findingsAreTold],
      set: (sample, actor, context) => {
        const { given } = itemOf(sample, context);
        return {
          items: (sample.items ?? []).map((item) =>
            item.position === given.position
              ? {
                  ...item,
                  result: given.result === undefined ? item.result : given.result,
                  note: given.note === undefined ? item.note : given.note,
                  byId: actor.id,
                  at: new Date(context.at).toISOString(),
                }
              : item,
          ),
        };
      },
    },
    conclude: {
      from: ['drawn'],
      to: 'concluded',
      by: judges,
      fields: ['conclusion'],
      required: ['conclusion'],
      rules: [allJudged],
    },
  },
  clocks: {},
}); // prettier-ignore

/** Records drawn from a population by chance and a stored seed, as they were then, each with a note and a result (9.2). */
export const auditSample = defineRecord({
  type: 'audit-sample',
  plural: 'audit-samples',
  prefix: 'SMP',
  fields,
  base: ['title', 'ownerId'],
  search: ['seed', 'conclusion'],
  list: ['number', 'title', 'state', 'recordType', 'n', 'populationCount', 'seed', 'engagementId', 'ownerId'],
  process,
  access: {
    ...each(keepers, { view: 'all', act: 'none' } as const),
    ...each(auditors, { view: 'all', act: 'all', anywhere: true, only: theirs('audit_sample') } as const),
    'internal-auditor': { view: 'all', act: 'all', anywhere: true },
  },
});

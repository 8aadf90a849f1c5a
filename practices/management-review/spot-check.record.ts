import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { each, staff } from '../../kernel/access/roles.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  date,
  instant,
  integer,
  longText,
  plain,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { algorithm } from '../../kernel/sampling/draw.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import { drawRecords, type Drawn } from './spot-check.draw.ts';

const results = ['conform', 'not_conform'] as const;
const itemSchema = z.object({
  position: z.int(), id: z.uuid(), number: z.string(), title: z.string(), state: z.string(),
  result: z.enum(results).nullable(), note: z.string().nullable(), at: z.string().nullable(), byId: z.string().nullable(),
}); // prettier-ignore
export type SpotItem = z.output<typeof itemSchema>;

const fields = {
  purpose: longText(2000),
  reviewId: reference('management-review'),
  recordType: text(60),
  requirement: text(20),
  periodFrom: date(),
  periodTo: date(),
  n: integer(1, 50),
  seed: text(100),
  seedMade: readOnly(starting(false, boolean())),
  algorithm: readOnly(text(100)),
  populationCount: readOnly(integer()),
  populationHash: readOnly(text(64)),
  items: readOnly(structure(z.array(itemSchema))),
  conclusion: longText(4000),
  concludedAt: readOnly(instant()),
};
type SpotCheck = RecordOf<typeof fields>;
type R = Rule<SpotCheck>;
type Facts = {
  readonly drawn: Drawn | undefined;
  readonly seed: string;
  readonly seedMade: boolean;
  readonly known: boolean;
};

/** Everything that is fixed with the drawing. */
async function drawing(work: Work, _check: SpotCheck, input: Input): Promise<Facts> {
  const given = typeof input['seed'] === 'string' ? input['seed'] : undefined;
  const seed = given ?? randomBytes(8).toString('hex');
  const { recordType, periodFrom, periodTo, n } = input;
  const type = typeof recordType === 'string' ? work.house.types.get(recordType) : undefined;
  const known = type?.access['internal-auditor'] !== undefined;
  const whole = typeof periodFrom === 'string' && typeof periodTo === 'string' && typeof n === 'number' && periodFrom <= periodTo;
  const drawn = known && whole ? await drawRecords(work, type.type, periodFrom, periodTo, seed, n) : undefined;
  return { drawn, seed, seedMade: given === undefined, known };
} // prettier-ignore

const isSampled: R = (_check, _actor, { facts, input }) =>
  (facts as Facts).known
    ? undefined
    : no('spot_check.no_such_type', { type: String(input['recordType']) }, 'recordType');
const datesInOrder: R = (_check, _actor, { input }) => {
  const [from, to] = [String(input['periodFrom']), String(input['periodTo'])];
  return to < from ? no('problem.dates_reversed', { from, to }, 'periodTo') : undefined;
};
const thereAreSome: R = (_check, _actor, { facts, input }) => {
  const count = (facts as Facts).drawn?.count ?? 0;
  if (count === 0) return no('spot_check.empty', {}, 'periodFrom');
  return Number(input['n']) > count
    ? no('spot_check.too_many', { n: Number(input['n']), count }, 'n')
    : undefined;
};
const requirementIsThere: R = (_check, _actor, { input }) =>
  typeof input['requirement'] === 'string' && !requirementNamed(input['requirement'])
    ? no('management_review.no_such_requirement', { requirement: input['requirement'] }, 'requirement')
    : undefined;

type Looked = {
  readonly position: number;
  readonly result: SpotItem['result'];
  readonly note?: string | null;
};
const itemOf = (check: SpotCheck, { input }: Context) => {
  const looked = input['item'] as Looked;
  return { looked, item: (check.items ?? []).find(({ position }) => position === looked.position) };
};
const itemIsThere: R = (check, _actor, context) =>
  itemOf(check, context).item ? undefined : no('spot_check.no_such_item', {}, 'item');
const faultIsTold: R = (check, _actor, context) => {
  const { looked, item } = itemOf(check, context);
  return looked.result === 'not_conform' && !(looked.note ?? item?.note)
    ? no('spot_check.note_needed', {}, 'item')
    : undefined;
};
const allLookedAt: R = (check) => {
  const open = (check.items ?? []).filter(({ result }) => result === null).length;
  return open > 0 ? no('spot_check.undecided', { count: open }) : undefined;
};

const leaders = ['top-management', 'sms-manager'];
const process = defineProcess<SpotCheck>()({
  states: { drawn: 'active', concluded: 'closed' },
  initial: 'drawn',
  create: {
    by: leaders,
    fields: ['title', 'purpose', 'reviewId', 'recordType', 'requirement', 'periodFrom', 'periodTo', 'n', 'seed'],
    required: ['title', 'recordType', 'periodFrom', 'periodTo', 'n'],
    facts: drawing,
    checks: [isSampled, datesInOrder, requirementIsThere, thereAreSome],
    set: (check, _actor, { facts }) => {
      const { drawn, seed, seedMade } = facts as Facts;
      return {
        ownerId: check.createdBy, seed, seedMade, algorithm,
        populationCount: drawn?.count ?? 0,
        populationHash: drawn?.hash ?? null,
        items: (drawn?.records ?? []).map((record, i) => ({ position: i + 1, ...record, result: null, note: null, at: null, byId: null })),
      };
    },
  },
  /** What was drawn does not change; its name may. */
  edit: { from: ['drawn'], by: leaders, fields: ['title', 'purpose'], required: ['title'] },
  transitions: {
    look: {
      from: ['drawn'],
      by: leaders,
      input: { item: z.strictObject({ position: z.int().min(1), result: z.enum(results), note: plain(2000).nullable().optional() }) },
      checks: [itemIsThere, faultIsTold],
      set: (check, actor, context) => {
        const { looked } = itemOf(check, context);
        const at = new Date(context.at).toISOString();
        return {
          items: (check.items ?? []).map((item) =>
            item.position === looked.position ? { ...item, result: looked.result, note: looked.note ?? item.note, at, byId: actor.id } : item,
          ),
        };
      },
    },
    conclude: {
      from: ['drawn'],
      to: 'concluded',
      by: leaders,
      fields: ['conclusion'],
      required: ['conclusion'],
      rules: [allLookedAt],
      set: (_check, _actor, { at }) => ({ concludedAt: new Date(at).toISOString() }),
    },
  },
  clocks: {},
}); // prettier-ignore

/** The management looks itself: records drawn by chance, what was seen in each, and what follows (5.1, 9.1). */
export const spotCheck = defineRecord({
  type: 'spot-check',
  plural: 'spot-checks',
  prefix: 'SPC',
  fields,
  base: ['title', 'ownerId'],
  search: ['purpose', 'conclusion'],
  list: ['number', 'title', 'state', 'recordType', 'n', 'populationCount', 'seed', 'ownerId', 'concludedAt'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'none' } as const),
    ...each(['top-management', 'sms-manager'], { view: 'all', act: 'all' } as const),
  },
});

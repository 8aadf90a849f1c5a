import { each, staff } from '../access/roles.ts';
import { no, type Action, type Rule } from '../process/process.ts';
import { defineProcess } from '../process/process.ts';
import { longText, reference, text } from '../record/field.ts';
import { defineRecord, type RecordOf, type RecordType } from '../record/record.ts';
import { placeholders, unknownIn } from './placeholders.ts';

const fields = {
  /** Offered with records of this type; empty: with all. */
  recordType: text(60),
  categoryId: reference('category'),
  bodyEn: longText(10_000),
  bodyZh: longText(10_000),
};
type AnswerTemplate = RecordOf<typeof fields>;
const all = ['title', 'teamId', ...Object.keys(fields)];

const placeholdersKnown =
  (field: 'bodyEn' | 'bodyZh'): Rule<AnswerTemplate> =>
  (_template, _actor, { input }) => {
    const body = input[field];
    const unknown = typeof body === 'string' ? unknownIn(body) : [];
    return unknown.length === 0
      ? undefined
      : no(
          'template.unknown_placeholder',
          {
            unknown: unknown.map(braced).join(', ').slice(0, 300),
            known: placeholders.map(braced).join(', '),
          },
          field,
        );
  };
const braced = (name: string) => `{{${name}}}`;

const someBody: Rule<AnswerTemplate> = (template, _actor, { input }) => {
  const { bodyEn, bodyZh } = { ...template, ...input };
  return bodyEn || bodyZh ? undefined : no('template.no_body', {}, 'bodyEn');
};

const knownType: Rule<AnswerTemplate> = (_template, _actor, { input, facts }) => {
  const types = facts['types'] as ReadonlyMap<string, RecordType> | undefined;
  const name = input['recordType'];
  return typeof name !== 'string' || !types || types.has(name)
    ? undefined
    : no('custom.no_such_type', { types: [...types.keys()].join(', ') }, 'recordType');
};

const facts: Action<AnswerTemplate>['facts'] = async ({ house }) => ({ types: house.types });
const by = [
  'administrator', 'sms-manager', 'service-owner', 'service-desk-lead', 'incident-manager', 'service-desk-agent', 'engineer',
]; // prettier-ignore
const checks = [placeholdersKnown('bodyEn'), placeholdersKnown('bodyZh'), someBody, knownType];
const shared = { by, fields: all, required: ['title'], checks, facts, factsLockNothing: true } as const;

/** A text that is written once and sent often: in both languages, with the record's own words in it. */
export const answerTemplate = defineRecord({
  type: 'answer-template',
  plural: 'answer-templates',
  prefix: 'TPL',
  fields,
  base: ['title', 'teamId'],
  search: ['bodyEn', 'bodyZh'],
  list: ['number', 'title', 'recordType', 'teamId', 'categoryId', 'updatedAt'],
  process: defineProcess<AnswerTemplate>()({
    states: { active: 'active', inactive: 'closed' },
    initial: 'active',
    create: shared,
    edit: { ...shared, from: ['active'] },
    transitions: {
      deactivate: { from: ['active'], to: 'inactive', by },
      reactivate: { from: ['inactive'], to: 'active', by },
    },
    clocks: {},
  }),
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    // Those who answer keep their own and their team's in order; leads keep all.
    ...each(['service-desk-agent', 'engineer'], { view: 'all', act: 'team' } as const),
  },
});

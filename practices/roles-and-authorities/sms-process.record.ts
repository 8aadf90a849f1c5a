import { dayIn } from '../../kernel/calendar/home-days.ts';
import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Action, type Rule } from '../../kernel/process/process.ts';
import { choice, date, longText, readOnly, reference, references, starting, structure, text, texts } from '../../kernel/record/field.ts'; // prettier-ignore
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { letters } from './raci.ts';
import { access, keepers } from './roles.access.ts';

const raci = z.partialRecord(z.enum(roles), z.enum(letters));
export type Raci = z.output<typeof raci>;

const fields = {
  code: text(20),
  clause: text(12),
  purpose: longText(4000),
  inputs: longText(4000),
  outputs: longText(4000),
  criteria: longText(4000),
  interfaceIds: starting<string[]>([], references('sms-process')),
  /** Record types whose work shows that the process lives. */
  recordTypes: starting<string[]>([], texts(z.string().min(1).max(60), 20)),
  ownerRole: choice(...roles),
  raci: starting<Raci>({}, structure(raci)),
  silence: longText(4000),
  silentFrom: date(),
  silentTo: date(),
  silentById: readOnly(reference('person')),
};
type SmsProcess = RecordOf<typeof fields>;
type Of = Rule<SmsProcess>;

const accountables = (given: unknown) =>
  Object.entries((given ?? {}) as Raci).flatMap(([role, letter]) =>
    letter === 'A' || letter === 'AR' ? [role] : [],
  );

/** 5.3: two who are accountable are none; that nobody is yet is seen on the page of checks. */
const oneIsAccountable: Of = (process, _actor, { input }) => {
  const found = accountables(input['raci'] ?? process.raci);
  return found.length > 1
    ? no('sms_process.two_accountable', { roles: found.map((role) => `@role.${role}`).join(', ') }, 'raci')
    : undefined;
};

const typesAreThere: Of = (_process, _actor, { facts }) =>
  typeof facts['unknown'] === 'string'
    ? no('sms_process.no_such_type', { type: facts['unknown'] }, 'recordTypes')
    : undefined;

const isNotItself: Of = (process, _actor, { input }) =>
  Array.isArray(input['interfaceIds']) && input['interfaceIds'].includes(process.id)
    ? no('sms_process.interface_to_itself', {}, 'interfaceIds')
    : undefined;

/** 0.1.6: what is over can be said to have been silent; what is still to come cannot. */
const silenceIsOver: Of = (_process, _actor, { input, at, settings }) => {
  const { silentFrom: from, silentTo: to } = input;
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  if (from > to) return no('problem.dates_reversed', { from, to }, 'silentTo');
  return to > dayIn(settings, at) ? no('sms_process.silence_not_over', { to }, 'silentTo') : undefined;
};

const itWasSilent: Of = (_process, _actor, { facts }) =>
  typeof facts['n'] === 'number' && facts['n'] > 0
    ? no('sms_process.was_not_silent', { count: facts['n'] }, 'silentFrom')
    : undefined;

const ownerSaysIt: Of = (process, actor) =>
  process.ownerId === null
    ? no('sms_process.no_owner')
    : process.ownerId === actor.id
      ? undefined
      : no('sms_process.not_its_owner');

const about = [
  'title',
  'code',
  'clause',
  'purpose',
  'inputs',
  'outputs',
  'criteria',
  'interfaceIds',
  'recordTypes',
  'ownerRole',
  'ownerId',
  'raci',
];
const written = {
  by: keepers,
  fields: about,
  required: ['title', 'code'],
  checks: [oneIsAccountable, typesAreThere, isNotItself],
  facts: async (work, _process, input) => {
    const types = Array.isArray(input['recordTypes']) ? input['recordTypes'].map(String) : [];
    return { unknown: types.find((type) => !work.house.types.has(type)) };
  },
} satisfies Omit<Action<SmsProcess>, 'from'>;

const process = defineProcess<SmsProcess>()({
  states: { active: 'active', inactive: 'closed' },
  initial: 'active',
  create: written,
  edit: { ...written, from: ['active'] },
  transitions: {
    confirm_silence: {
      from: ['active'],
      by: ['*'],
      fields: ['silence', 'silentFrom', 'silentTo'],
      required: ['silence', 'silentFrom', 'silentTo'],
      rules: [ownerSaysIt],
      facts: async (work, record, input) => {
        const [row] = await work.run<{ n: number }>(
          'sms_process_records',
          `select count(*)::integer as n from (select 1 from record where type = any($1::text[])
           and created_at >= $2::date and created_at < $3::date + 1 limit 10000) x`,
          [record.recordTypes ?? [], input['silentFrom'], input['silentTo']],
        );
        return { n: row?.n ?? 0 };
      },
      checks: [silenceIsOver, itWasSilent],
      set: (_process, actor) => ({ silentById: actor.id }),
    },
    deactivate: { from: ['active'], to: 'inactive', by: ['top-management'], requires: ['reason'] },
    reactivate: { from: ['inactive'], to: 'active', by: keepers },
  },
  clocks: {},
});

/** 4.4: a process of the system: what it takes, what it gives, to whom, who answers for it, and whether it lives. */
export const smsProcess = defineRecord({
  type: 'sms-process',
  plural: 'sms-processes',
  prefix: 'PRC',
  fields,
  base: ['title', 'ownerId'],
  search: ['code', 'purpose', 'inputs', 'outputs'],
  list: ['number', 'title', 'state', 'code', 'clause', 'ownerId', 'ownerRole'],
  unique: { sms_process_code: 'code' },
  register: true,
  process,
  access,
});

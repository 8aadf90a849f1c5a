import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { choice, date, level, longText, readOnly, reference, text } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { leaders, personal, writers } from './competence.access.ts';
import { leads } from './competence.rules.ts';

/** Certificates of persons stand here; those of the organisation are another register. */
const evidenceKinds = ['certificate', 'education', 'experience', 'work_sample', 'training', 'quiz'] as const;

const fields = {
  personId: reference('person'),
  kind: choice(...evidenceKinds),
  issuer: text(300),
  certificateNumber: text(100),
  obtainedOn: date(),
  expiresOn: date(),
  competenceId: reference('competence'),
  level: level(1, 3),
  description: longText(4000),
  sourceId: reference('quiz-attempt', 'training-session'),
  verification: longText(2000),
  verifiedOn: readOnly(date()),
  verifiedById: readOnly(reference('person')),
};
export type CompetenceRecord = RecordOf<typeof fields>;
type Of = Rule<CompetenceRecord>;
const after = (record: CompetenceRecord, { input }: Context) => ({ ...record, ...input }) as CompetenceRecord;

const ownUnlessLeading: Of = (record, actor, context) =>
  leads(actor) || after(record, context).personId === actor.id
    ? undefined
    : no('competence_record.own_only', {}, 'personId');

const certificateIsNamed: Of = (record, _actor, context) => {
  const { kind, issuer, certificateNumber } = after(record, context);
  if (kind !== 'certificate') return undefined;
  if (issuer === null) return no('problem.required', { field: '@competence_record.field.issuer' }, 'issuer');
  return certificateNumber === null
    ? no('problem.required', { field: '@competence_record.field.certificateNumber' }, 'certificateNumber')
    : undefined;
};

const datesInOrder: Of = (record, _actor, context) => {
  const { obtainedOn, expiresOn } = after(record, context);
  return obtainedOn !== null && expiresOn !== null && expiresOn <= obtainedOn
    ? no('problem.dates_reversed', { from: obtainedOn, to: expiresOn }, 'expiresOn')
    : undefined;
};

const obtainedAlready: Of = (record, _actor, context) => {
  const { obtainedOn } = after(record, context);
  return obtainedOn !== null && obtainedOn > dayIn(context.settings, context.at)
    ? no('competence_record.obtained_later', {}, 'obtainedOn')
    : undefined;
};

/** Who shows a certificate does not also say that it is genuine. */
const verifiedByAnother: Of = ({ personId }, actor) =>
  actor.id !== null && personId === actor.id ? no('competence_record.verifies_own') : undefined;

const stillHolds: Of = ({ expiresOn }, _actor, { at, settings }) =>
  expiresOn !== null && expiresOn < dayIn(settings, at)
    ? no('competence_record.expired_already', { date: expiresOn })
    : undefined;

const about = [
  'title', 'personId', 'kind', 'issuer', 'certificateNumber', 'obtainedOn', 'expiresOn', 'competenceId', 'level', 'description', 'sourceId',
]; // prettier-ignore
const checks = [ownUnlessLeading, certificateIsNamed, datesInOrder, obtainedAlready];
const isSystem = (actor: Actor) => holds(actor, 'system');

const process = defineProcess<CompetenceRecord>()({
  states: { noted: 'new', verified: 'active', expired: 'closed', withdrawn: 'closed' },
  initial: 'noted',
  create: {
    by: writers,
    fields: about,
    required: ['title', 'personId', 'kind', 'obtainedOn'],
    checks,
    set: (_record, actor, { at, settings, input }) => ({
      requesterId: input['personId'] as string,
      // What the software marked itself needs nobody's word.
      ...(isSystem(actor) ? { state: 'verified', verifiedOn: dayIn(settings, at) } : {}),
    }),
  },
  edit: {
    from: ['noted'],
    by: writers,
    fields: about.filter((field) => field !== 'personId'),
    required: ['title', 'kind', 'obtainedOn'],
    checks,
  },
  transitions: {
    verify: {
      from: ['noted'],
      to: 'verified',
      by: leaders,
      fields: ['verification', 'level'],
      required: ['verification'],
      rules: [verifiedByAnother, stillHolds],
      set: (_record, actor, { at, settings }) => ({
        verifiedOn: dayIn(settings, at),
        verifiedById: actor.id,
      }),
    },
    renew: {
      from: ['verified', 'expired'],
      to: 'noted',
      by: writers,
      fields: ['certificateNumber', 'obtainedOn', 'expiresOn'],
      required: ['obtainedOn'],
      checks,
      set: () => ({ verification: null, verifiedOn: null, verifiedById: null }),
    },
    withdraw: { from: ['noted', 'verified'], to: 'withdrawn', by: leaders, requires: ['reason'] },
    /** By the software, on the day after. */
    expire: { from: ['noted', 'verified'], to: 'expired', by: [] },
  },
  clocks: {},
});

/** 7.2: what shows that somebody can do something: kept as long as the law wants it. */
export const competenceRecord = defineRecord({
  type: 'competence-record',
  plural: 'competence-records',
  prefix: 'CEV',
  fields,
  base: ['title'],
  search: ['issuer', 'certificateNumber', 'description'],
  list: [
    'number',
    'title',
    'state',
    'personId',
    'kind',
    'issuer',
    'obtainedOn',
    'expiresOn',
    'competenceId',
    'level',
  ],
  register: true,
  process,
  access: personal,
});

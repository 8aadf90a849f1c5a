import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  date,
  longText,
  readOnly,
  reference,
  references,
  starting,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { conflictsOf, heldBy, otherLetter, type Held } from './holding.queries.ts';
import { access, keepers } from './roles.access.ts';

const fields = {
  holderId: reference('role-holder'),
  deputyId: reference('person'),
  reportsToId: reference('person'),
  processIds: starting<string[]>([], references('sms-process')),
  remarks: longText(4000),
  issuedById: readOnly(reference('person')),
  issuedOn: readOnly(date()),
  acceptedOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type Appointment = RecordOf<typeof fields>;
type Of = Rule<Appointment>;

const held = (facts: Readonly<Record<string, unknown>>) => facts['held'] as Held | undefined;

const isInUse: Of = (_appointment, _actor, { facts, at, settings }) => {
  const one = held(facts);
  const today = dayIn(settings, at);
  return !one || !one.active || (one.validTo !== null && one.validTo < today)
    ? no('appointment.role_not_held', {}, 'holderId')
    : undefined;
};

const letterIsOne: Of = (_appointment, _actor, { facts }) =>
  typeof facts['other'] === 'string'
    ? no('appointment.there_already', { number: facts['other'] }, 'holderId')
    : undefined;

const deputyIsAnother: Of = (appointment, _actor, { facts, input }) => {
  const deputy = input['deputyId'] ?? appointment.deputyId;
  return typeof deputy === 'string' && deputy === held(facts)?.personId
    ? no('appointment.own_deputy', {}, 'deputyId')
    : undefined;
};

/** Nobody gives authority to themselves. */
const issuedByAnother: Of = (_appointment, actor, { facts, settings }) =>
  isHolder(facts, actor) && settings.get(profile).value !== 'S'
    ? no('appointment.issuer_holds_it')
    : undefined;
const isHolder = (facts: Readonly<Record<string, unknown>>, actor: Actor) =>
  actor.id !== null && held(facts)?.personId === actor.id;

/** 0.3: some duties are not held by one person; in a very small organisation the exception is kept. */
const dutiesAreApart: Of = (_appointment, _actor, { facts, settings }) => {
  const conflicts = (facts['conflicts'] ?? []) as readonly string[];
  return conflicts.length > 0 && settings.get(profile).value !== 'S'
    ? no('appointment.duties_conflict', {
        role: `@role.${held(facts)?.role ?? ''}`,
        others: conflicts.map((role) => `@role.${role}`).join(', '),
      })
    : undefined;
};

const holderAccepts: Of = (_appointment, actor, { facts }) =>
  isHolder(facts, actor) ? undefined : no('appointment.holder_accepts');

const looked = async (
  work: Parameters<typeof heldBy>[0],
  appointment: Appointment,
  input: Readonly<Record<string, unknown>>,
) => {
  const id = typeof input['holderId'] === 'string' ? input['holderId'] : appointment.holderId;
  const found = id === null ? undefined : await heldBy(work, id);
  return {
    held: found,
    other: id === null ? undefined : await otherLetter(work, id, appointment.id),
    conflicts: found ? await conflictsOf(work, found) : [],
  };
};

const about = ['deputyId', 'reportsToId', 'processIds', 'remarks'];

const process = defineProcess<Appointment>()({
  states: { draft: 'new', issued: 'waiting', accepted: 'active', ended: 'closed' },
  initial: 'draft',
  create: {
    by: keepers,
    fields: ['title', 'holderId', ...about],
    required: ['title', 'holderId'],
    facts: looked,
    checks: [isInUse, letterIsOne, deputyIsAnother],
    // It is theirs: who may act on nothing but their own accepts it all the same.
    set: (_appointment, _actor, { facts }) => ({ ownerId: held(facts)?.personId ?? null }),
  },
  edit: {
    from: ['draft', 'issued', 'accepted'],
    by: keepers,
    fields: ['title', ...about],
    required: ['title'],
    facts: looked,
    checks: [deputyIsAnother],
  },
  transitions: {
    issue: {
      from: ['draft'],
      to: 'issued',
      by: ['top-management'],
      facts: looked,
      checks: [isInUse, issuedByAnother, dutiesAreApart],
      set: (_appointment, actor, { at, settings, facts }) => ({
        issuedById: actor.id,
        issuedOn: dayIn(settings, at),
        sodException: isHolder(facts, actor) || ((facts['conflicts'] ?? []) as readonly string[]).length > 0,
      }),
    },
    accept: {
      from: ['issued'],
      to: 'accepted',
      by: ['*'],
      facts: looked,
      checks: [holderAccepts, isInUse],
      set: (_appointment, _actor, { at, settings }) => ({ acceptedOn: dayIn(settings, at) }),
    },
    end: {
      from: ['draft', 'issued', 'accepted'],
      to: 'ended',
      by: [...keepers, 'system'],
      requires: ['reason'],
    },
  },
  clocks: {},
});

/** 5.3: the letter that gives somebody a role with its duties, authority and deputy, and that they accepted it. */
export const appointment = defineRecord({
  type: 'appointment',
  plural: 'appointments',
  prefix: 'APT',
  fields,
  base: ['title', 'ownerId'],
  search: ['remarks'],
  list: ['number', 'title', 'state', 'holderId', 'deputyId', 'issuedOn', 'acceptedOn'],
  register: true,
  process,
  access,
});

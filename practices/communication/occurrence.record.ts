import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import {
  choice,
  date,
  integer,
  longText,
  readOnly,
  reference,
  references,
  starting,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { recipientsOf, entryOf } from './audience.ts';
import { access, keepers, writers } from './communication.access.ts';
import { channels } from './communication.fields.ts';

const fields = {
  communicationId: reference('communication'),
  channel: readOnly(choice(...channels)),
  responsibleRole: readOnly(choice(...staff)),
  dueOn: date(),
  /** The event that it is about; empty where the day was due. */
  occasion: longText(1000),
  messageEn: longText(4000),
  messageZh: longText(4000),
  proof: longText(2000),
  recipients: readOnly(integer()),
  recipientIds: readOnly(starting<string[]>([], references('person'))),
  doneOn: readOnly(date()),
  doneById: readOnly(reference('person')),
};
export type Occurrence = RecordOf<typeof fields>;
type Of = Rule<Occurrence>;

const entryIsInForce: Of = (_occurrence, _actor, { facts }) =>
  facts['entry'] === undefined
    ? no('communication_occurrence.not_in_force', {}, 'communicationId')
    : undefined;

/** 7.4: who is to tell it tells it; or who leads the system, where they are away. */
const isTheirs: Of = ({ responsibleRole }, actor) =>
  responsibleRole === null || holds(actor, responsibleRole) || keepers.some((role) => holds(actor, role)) || holds(actor, 'system')
    ? undefined
    : no('communication_occurrence.not_yours', { role: `@role.${responsibleRole}` }); // prettier-ignore

const isNotice: Of = ({ channel }) =>
  channel === 'notice' ? undefined : no('communication_occurrence.other_channel');
const isNoNotice: Of = ({ channel }) =>
  channel === 'notice' ? no('communication_occurrence.is_sent') : undefined;

const somebodyIsThere: Of = (_occurrence, _actor, { facts }) =>
  ((facts['recipients'] ?? []) as readonly string[]).length > 0
    ? undefined
    : no('communication_occurrence.nobody_there');

const done = (actor: Actor, { at, settings }: Parameters<Of>[2]) => ({
  doneOn: dayIn(settings, at),
  doneById: actor.id,
});

/** Each of them in the bell and as they wish by mail: what is told, in their own language. */
async function tell(work: Work, occurrence: Occurrence): Promise<void> {
  const personIds = occurrence.recipientIds ?? [];
  const languages = await work.run<{ id: string; language: string }>(
    'recipients_languages',
    `select id, coalesce(language, 'en') as language from person where id = any($1::uuid[])`,
    [personIds],
  );
  for (const language of ['en', 'zh-CN']) {
    const text = language === 'zh-CN' ? occurrence.messageZh : occurrence.messageEn;
    await notify(work, {
      kind: 'communication_occurrence.told',
      recordId: occurrence.id,
      personIds: languages.filter((one) => one.language === language).map(({ id }) => id),
      params: { text: text ?? occurrence.messageEn ?? occurrence.messageZh ?? '' },
      key: occurrence.id,
    });
  }
}

const process = defineProcess<Occurrence>()({
  states: { due: 'new', done: 'closed', left_out: 'closed' },
  initial: 'due',
  create: {
    by: writers,
    fields: ['communicationId', 'dueOn', 'occasion'],
    required: ['communicationId', 'dueOn'],
    checks: [entryIsInForce],
    facts: async (work, _occurrence, { communicationId }) => ({
      entry: await entryOf(work, communicationId),
    }),
    set: (_occurrence, _actor, { facts }) => {
      const entry = facts['entry'] as Awaited<ReturnType<typeof entryOf>>;
      return {
        title: entry?.title ?? '',
        channel: entry?.channel ?? null,
        responsibleRole: entry?.responsibleRole ?? null,
        messageEn: entry?.messageEn ?? null,
        messageZh: entry?.messageZh ?? null,
      };
    },
  },
  edit: { from: ['due'], by: writers, fields: ['messageEn', 'messageZh'] },
  transitions: {
    send: {
      from: ['due'],
      to: 'done',
      by: writers,
      fields: ['messageEn', 'messageZh'],
      required: ['messageEn', 'messageZh'],
      rules: [isTheirs, isNotice],
      checks: [somebodyIsThere],
      facts: async (work, { communicationId }, _input, at) => ({
        recipients: await recipientsOf(work, communicationId, dayIn(work.house.reference.settings, at)),
      }),
      set: (_occurrence, actor, context) => {
        const recipientIds = (context.facts['recipients'] ?? []) as string[];
        return { ...done(actor, context), recipientIds, recipients: recipientIds.length };
      },
      effect: tell,
    },
    record_done: {
      from: ['due'],
      to: 'done',
      by: writers,
      fields: ['proof'],
      required: ['proof'],
      rules: [isTheirs, isNoNotice],
      set: (_occurrence, actor, context) => done(actor, context),
    },
    leave_out: { from: ['due'], to: 'left_out', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.4: one time that it was due or something happened, and that it was told. */
export const occurrence = defineRecord({
  type: 'communication-occurrence',
  plural: 'communication-occurrences',
  prefix: 'TLD',
  fields,
  base: ['title'],
  search: ['occasion', 'proof'],
  list: [
    'number',
    'title',
    'state',
    'communicationId',
    'dueOn',
    'channel',
    'responsibleRole',
    'doneOn',
    'doneById',
    'recipients',
  ],
  unique: { communication_occurrence_once: 'dueOn' },
  process,
  access,
});

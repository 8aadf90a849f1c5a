import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { asText } from '../../kernel/record/text.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { access, keepers, writers } from './communication.access.ts';
import { fields, type Communication } from './communication.fields.ts';
import * as rules from './communication.rules.ts';

const about = [
  'title', 'kind', 'what', 'side', 'trigger', 'frequency', 'nextDueOn', 'event', 'within', 'audienceRoles', 'audienceTeamIds',
  'audiencePersonIds', 'audienceOrganisationIds', 'audienceNote', 'channel', 'channelNote', 'responsibleRole', 'messageEn', 'messageZh',
  'automatic', 'reviewMonths', 'ownerId',
]; // prettier-ignore
/** 7.4: what, when, to whom, how, by whom; where one is missing, the entry does not begin. */
const mandatory = ['title', 'kind', 'what', 'side', 'trigger', 'channel', 'responsibleRole'];
const whole = [rules.whenIsSaid, rules.audienceIsSaid, rules.noticeCanBeSent, rules.roleIsHeld];

const held: Action<Communication>['facts'] = async (work, entry, input, at) => {
  const role = asText(input['responsibleRole'] ?? entry.responsibleRole);
  const day = dayIn(work.house.reference.settings, at);
  return { held: (await holdersOn(work, [role], day)).length > 0 };
};

const process = defineProcess<Communication>()({
  states: { draft: 'new', in_force: 'active', ended: 'closed' },
  initial: 'draft',
  create: { by: writers, fields: about, required: ['title'] },
  edit: { from: ['draft'], by: writers, fields: about, required: ['title'] },
  transitions: {
    put_in_force: {
      from: ['draft'],
      to: 'in_force',
      by: keepers,
      fields: about,
      required: mandatory,
      checks: [...whole, rules.nextIsAhead],
      facts: held,
      set: (entry, actor, { at, settings }) => {
        const today = dayIn(settings, at);
        return {
          reviewedOn: today,
          reviewedById: actor.id,
          reviewDueOn: addMonths(today, entry.reviewMonths ?? 12),
        };
      },
    },
    change: {
      from: ['in_force'],
      by: keepers,
      fields: about,
      required: mandatory,
      requires: ['reason'],
      checks: whole,
      facts: held,
    },
    review: {
      from: ['in_force'],
      by: writers,
      fields: ['reviewNote', 'reviewMonths'],
      required: ['reviewNote'],
      checks: [saidAnew('communication', 'reviewNote'), rules.roleIsHeld],
      facts: held,
      set: (entry, actor, { at, settings, input }) => {
        const today = dayIn(settings, at);
        const months = Number(input['reviewMonths'] ?? entry.reviewMonths ?? 12);
        return { reviewedOn: today, reviewedById: actor.id, reviewDueOn: addMonths(today, months) };
      },
    },
    /** By the software, when an occurrence was made for the day that is due. */
    advance: { from: ['in_force'], by: [], fields: ['nextDueOn'], required: ['nextDueOn'] },
    end: { from: ['draft', 'in_force'], to: 'ended', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.4: one line of the communication matrix. */
export const communication = defineRecord({
  type: 'communication',
  plural: 'communications',
  prefix: 'COM',
  fields,
  base: ['title', 'ownerId'],
  search: ['what', 'event', 'audienceNote'],
  list: [
    'number',
    'title',
    'state',
    'kind',
    'side',
    'trigger',
    'frequency',
    'nextDueOn',
    'audienceRoles',
    'channel',
    'responsibleRole',
  ],
  register: true,
  process,
  access,
});

import { dayIn } from '../../kernel/calendar/home-days.ts';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import {
  choice,
  choices,
  date,
  integer,
  longText,
  readOnly,
  references,
  starting,
} from '../../kernel/record/field.ts';
import { asText } from '../../kernel/record/text.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { countsOf } from './acknowledgement.store.ts';
import { keepers, leaders, open } from './competence.access.ts';
import { awarenessShare } from './competence.settings.ts';

/** 7.3 a to d: what everybody who works in the system knows. */
export const topics = ['policy', 'objectives', 'services', 'contribution', 'consequences'] as const;
export type Topic = (typeof topics)[number];

const fields = {
  topics: starting<Topic[]>([], choices(...topics)),
  textEn: longText(20_000),
  textZh: longText(20_000),
  documentIds: starting<string[]>([], references('document')),
  serviceIds: starting<string[]>([], references('service')),
  audience: starting('everybody', choice('everybody', 'roles')),
  audienceRoles: starting<(typeof staff)[number][]>([], choices(...staff)),
  dueOn: date(),
  startedOn: readOnly(date()),
  /** As it was when the campaign ended. */
  asked: readOnly(integer()),
  acknowledged: readOnly(integer()),
  closingNote: longText(2000),
};
export type AwarenessCampaign = RecordOf<typeof fields>;
type Of = Rule<AwarenessCampaign>;

const saysSomething: Of = ({ topics: named, textEn, textZh }) => {
  if ((named ?? []).length === 0) return no('awareness_campaign.no_topic');
  return textEn === null || textZh === null ? no('awareness_campaign.no_text') : undefined;
};

/** The policy is not told in somebody's own words only. */
const policyIsShown: Of = ({ topics: named, documentIds }) =>
  (named ?? []).includes('policy') && (documentIds ?? []).length === 0
    ? no('awareness_campaign.no_document')
    : undefined;

const rolesAreNamed: Of = ({ audience, audienceRoles }) =>
  audience === 'roles' && (audienceRoles ?? []).length === 0 ? no('awareness_campaign.no_roles') : undefined;

const dueIsAhead: Of = (campaign, _actor, { input, at, settings }) =>
  asText(input['dueOn'] ?? campaign.dueOn) < dayIn(settings, at)
    ? no('awareness_campaign.due_is_past', {}, 'dueOn')
    : undefined;

/** Ended before enough of them know, it says why and what follows. */
const reachedOrExplained: Of = (campaign, _actor, { facts, input }) => {
  const asked = Number(facts['asked']);
  const acknowledged = Number(facts['acknowledged']);
  return acknowledged >= asked * awarenessShare || (input['closingNote'] ?? campaign.closingNote) !== null
    ? undefined
    : no('awareness_campaign.not_reached', { acknowledged, asked }, 'closingNote');
};

const about = [
  'title',
  'topics',
  'textEn',
  'textZh',
  'documentIds',
  'serviceIds',
  'audience',
  'audienceRoles',
  'dueOn',
  'ownerId',
];

const process = defineProcess<AwarenessCampaign>()({
  states: { draft: 'new', running: 'active', ended: 'closed', withdrawn: 'closed' },
  initial: 'draft',
  create: { by: leaders, fields: about, required: ['title'] },
  edit: { from: ['draft'], by: leaders, fields: about, required: ['title'] },
  transitions: {
    start: {
      from: ['draft'],
      to: 'running',
      by: keepers,
      fields: ['dueOn', 'ownerId'],
      required: ['dueOn', 'ownerId'],
      rules: [saysSomething, policyIsShown, rolesAreNamed],
      checks: [dueIsAhead],
      set: (_campaign, _actor, { at, settings }) => ({ startedOn: dayIn(settings, at) }),
    },
    end: {
      from: ['running'],
      to: 'ended',
      by: keepers,
      fields: ['closingNote'],
      checks: [reachedOrExplained],
      facts: async (work, { id }, _input, at) => countsOf(work, id, dayIn(work.house.reference.settings, at)),
      set: (_campaign, _actor, { facts }) => ({
        asked: Number(facts['asked']),
        acknowledged: Number(facts['acknowledged']),
      }),
    },
    withdraw: { from: ['draft', 'running'], to: 'withdrawn', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.3: what everybody, or everybody in some roles, is told and says that they know. */
export const awarenessCampaign = defineRecord({
  type: 'awareness-campaign',
  plural: 'awareness-campaigns',
  prefix: 'AWC',
  fields,
  base: ['title', 'ownerId'],
  search: ['textEn', 'textZh'],
  list: [
    'number',
    'title',
    'state',
    'topics',
    'audience',
    'startedOn',
    'dueOn',
    'asked',
    'acknowledged',
    'ownerId',
  ],
  process,
  access: open,
});

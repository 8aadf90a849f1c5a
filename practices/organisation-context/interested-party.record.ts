import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { boolean, choice, level, longText, references, starting, text } from '../../kernel/record/field.ts';
import { asText } from '../../kernel/record/text.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { access, keepers, reporters } from './context.access.ts';
import { ofOtherKind, requirementsOf } from './context.queries.ts';
import { reviewed, reviewFields, reviewMoved, saidAnew } from './review.ts';

/** 4.2: the first five are there in every organisation. */
const partyKinds = [
  'customers', 'users', 'suppliers', 'employees', 'shareholders', 'regulators', 'group', 'certification_body', 'partners', 'public', 'other',
] as const; // prettier-ignore

const fields = {
  kind: choice(...partyKinds),
  organisationIds: starting<string[]>([], references('organisation')),
  coversAll: starting(false, boolean()),
  stake: longText(4000),
  influence: level(1, 3),
  channel: text(500),
  ...reviewFields,
};
type InterestedParty = RecordOf<typeof fields>;

/** What the organisations behind a kind of party are in the directory. */
const inDirectory: Readonly<Record<string, string>> = { customers: 'customer', suppliers: 'supplier' };
const kindAfter = (party: InterestedParty, input: Readonly<Record<string, unknown>>) =>
  asText(input['kind'] ?? party.kind ?? '');

const organisationsFit: Rule<InterestedParty> = (_party, _actor, { facts }) =>
  typeof facts['misfit'] === 'string'
    ? no('interested_party.other_kind', { organisation: facts['misfit'] }, 'organisationIds')
    : undefined;

const coversWhatIsListed: Rule<InterestedParty> = (party, _actor, { input }) => {
  const covers = input['coversAll'] ?? party.coversAll;
  return covers === true && inDirectory[kindAfter(party, input)] === undefined
    ? no('interested_party.covers_none', {}, 'coversAll')
    : undefined;
};

/** A party of whom nobody knows what they want is a name on a list. */
const requirementIsKnown: Rule<InterestedParty> = (_party, _actor, { facts }) =>
  facts['requirements'] === 0 ? no('interested_party.no_requirement') : undefined;

const about = [
  'title',
  'kind',
  'organisationIds',
  'coversAll',
  'stake',
  'influence',
  'channel',
  'ownerId',
  'reviewMonths',
];

const misfit = async (
  work: Parameters<typeof ofOtherKind>[0],
  party: InterestedParty,
  input: Readonly<Record<string, unknown>>,
) => {
  const kind = inDirectory[kindAfter(party, input)];
  return kind === undefined
    ? undefined
    : ofOtherKind(work, input['organisationIds'] ?? party.organisationIds, kind);
};

const process = defineProcess<InterestedParty>()({
  states: { identified: 'new', active: 'active', retired: 'closed' },
  initial: 'identified',
  create: {
    by: reporters,
    fields: about,
    required: ['title', 'kind'],
    checks: [organisationsFit, coversWhatIsListed],
    facts: async (work, party, input) => ({ misfit: await misfit(work, party, input) }),
  },
  edit: {
    from: ['identified', 'active'],
    by: reporters,
    fields: about,
    required: ['title', 'kind'],
    checks: [organisationsFit, coversWhatIsListed],
    facts: async (work, party, input) => ({ misfit: await misfit(work, party, input) }),
    set: (party, _actor, context) => reviewMoved(party, context),
  },
  transitions: {
    confirm: {
      from: ['identified'],
      to: 'active',
      by: keepers,
      fields: ['ownerId', 'stake', 'channel', 'influence', 'reviewMonths'],
      required: ['ownerId', 'stake', 'channel'],
      facts: async (work, party) => ({ requirements: await requirementsOf(work, party.id) }),
      checks: [requirementIsKnown],
      set: (party, actor, context) => reviewed(party.reviewMonths, actor, context),
    },
    review: {
      from: ['active'],
      by: reporters,
      fields: ['reviewNote', 'stake', 'channel', 'influence', 'reviewMonths'],
      required: ['reviewNote'],
      checks: [saidAnew('interested_party', 'reviewNote')],
      set: (party, actor, context) => reviewed(party.reviewMonths, actor, context),
    },
    retire: { from: ['identified', 'active'], to: 'retired', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** 4.2: who has a stake in the system and its services. */
export const interestedParty = defineRecord({
  type: 'interested-party',
  plural: 'interested-parties',
  prefix: 'PTY',
  fields,
  base: ['title', 'ownerId'],
  search: ['stake', 'channel'],
  list: ['number', 'title', 'state', 'kind', 'influence', 'channel', 'ownerId', 'reviewDueOn'],
  register: true,
  process,
  access,
});

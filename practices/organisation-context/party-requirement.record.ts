import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { choice, longText, reference, references, starting, text } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { access, keepers, reporters } from './context.access.ts';

const fields = {
  partyId: reference('interested-party'),
  kind: choice('service', 'performance', 'legal', 'contractual', 'security', 'climate', 'other'),
  description: longText(4000),
  source: text(500),
  /** Where it is met: what binds us, what was agreed, what is feared, what was written down. */
  answeredByIds: starting<string[]>(
    [],
    references('obligation', 'agreement', 'service', 'document', 'risk', 'objective'),
  ),
  answer: longText(2000),
};
type PartyRequirement = RecordOf<typeof fields>;

/** 4.2: a requirement that binds is answered somewhere, or it is only a wish that somebody noted. */
const isAnswered: Rule<PartyRequirement> = (requirement, _actor, { input }) => {
  const answers = input['answeredByIds'] ?? requirement.answeredByIds;
  return Array.isArray(answers) && answers.length > 0
    ? undefined
    : no('party_requirement.unanswered', {}, 'answeredByIds');
};

const about = ['title', 'kind', 'description', 'source', 'answeredByIds', 'answer'];

const process = defineProcess<PartyRequirement>()({
  states: { noted: 'new', binding: 'active', set_aside: 'closed' },
  initial: 'noted',
  create: { by: reporters, fields: ['partyId', ...about], required: ['title', 'partyId', 'kind'] },
  edit: { from: ['noted'], by: reporters, fields: about, required: ['title', 'kind'] },
  transitions: {
    bind: {
      from: ['noted'],
      to: 'binding',
      by: keepers,
      fields: ['source', 'answeredByIds', 'answer'],
      required: ['source'],
      checks: [isAnswered],
    },
    answer: {
      from: ['binding'],
      by: reporters,
      fields: ['source', 'answeredByIds', 'answer'],
      required: ['source'],
      checks: [isAnswered],
    },
    set_aside: { from: ['noted', 'binding'], to: 'set_aside', by: keepers, requires: ['reason'] },
    take_up: { from: ['set_aside'], to: 'noted', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** 4.2: what an interested party needs of the system, and where it is met. */
export const partyRequirement = defineRecord({
  type: 'party-requirement',
  plural: 'party-requirements',
  prefix: 'PRQ',
  fields,
  base: ['title'],
  search: ['description', 'source', 'answer'],
  list: ['number', 'title', 'state', 'partyId', 'kind', 'source', 'answeredByIds'],
  register: true,
  process,
  access,
});

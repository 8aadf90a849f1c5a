/** Of the blocks in context.blocks.ts. */
const en = {
  live_block: {
    context_issues: {
      name: 'Internal and external issues',
      hint: 'By factor, with what they mean for the services',
    },
    climate_decision: {
      name: 'Answer to the climate question',
      hint: 'With its reason, who decided and when',
      undecided: 'Top management has not decided yet.',
    },
    interested_parties: {
      name: 'Interested parties',
      hint: 'With their requirements and where these are met',
    },
    obligations: {
      name: 'Obligations',
      hint: 'What applies, and whether it is kept',
    },
    scope_statement: {
      name: 'Scope statement in force',
      hint: 'The sentence of the certificate, as it was approved',
    },
    no_scope: 'Line {{line}}: no scope is in force yet.',
  },
};
export default en;

export default {
  chain: {
    title: 'The whole story',
    span: '{{count}} records, {{from}} – {{to}}',
    back: 'Back to the record',
    print: 'Print',
    ties: 'How it belongs to the others',
    hidden: '{{count}} records belong to it that you may not see; the story is not followed through them.',
    cut: 'The story is longer than this: only the records nearest to where you came from are shown.',
  },
  link: {
    escalated_to: { out: 'Became major incident', in: 'Major incident of' },
    concerns: { out: 'Concerns', in: 'Concerned by' },
    follows_from: { out: 'Follows from', in: 'Led to' },
    rates: { out: 'Rates', in: 'Rated by' },
  },
};

export default {
  rate: {
    title: 'How satisfied were you?',
    score: { very_bad: 'very bad', bad: 'bad', so_so: 'so so', good: 'good', very_good: 'very good' },
    what_was_wrong: 'What went wrong? (you need not say)',
    remark: 'Would you like to say something? (you need not)',
    send: 'Send',
    thanks: 'Thank you. Somebody reads every answer.',
  },
};

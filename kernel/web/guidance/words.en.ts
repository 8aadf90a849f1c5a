/** Of what is said to somebody who answers a requirement for the first time. */
const en = {
  guidance: {
    title: 'Guidance',
    wants: 'What the standard wants',
    good: 'What a good answer looks like',
    asks: 'What auditors ask',
    in_full: 'One by one',
    asked: 'An auditor asks: {{question}}',
  },
};
export default en;

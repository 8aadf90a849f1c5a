/** What each check of satisfaction.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  survey: {
    demand: {
      answered: 'Satisfaction was measured within {{interval}}',
      sampled: 'Every survey says how its sample is drawn, and was approved',
      low_followed_up: 'Low ratings were followed up in time',
      analysed: 'Results were analysed within {{interval}}',
    },
    lack: {
      answered: 'nobody answered in that time',
      sampled: 'no sampling, or not approved',
      low_followed_up: 'follow-up overdue',
      analysed: 'no conclusions in that time',
    },
  },
};
export default en;

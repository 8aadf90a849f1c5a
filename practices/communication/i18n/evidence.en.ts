/** What each check of communication.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  communication: {
    demand: {
      complete: 'Every line of the matrix says what, when and to whom',
      reviewed: 'Every line is reviewed in time',
      both_sides: 'There are lines for inside and for outside',
      by_whom: 'Every line says how, and by which role, and somebody holds it',
    },
    lack: {
      complete: 'something is missing',
      reviewed: 'overdue for review',
      both_sides: 'one side is missing',
      by_whom: 'no channel or role, or nobody holds it',
    },
  },
  communication_occurrence: {
    demand: {
      told: 'What is due is told',
      recorded: 'It is recorded to whom it was told, or where it can be seen',
    },
    lack: { told: 'overdue by more than three days', recorded: 'nobody told, or nothing to show it' },
  },
};
export default en;

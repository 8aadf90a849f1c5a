/** What each check of resource.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  resource_need: {
    demand: {
      all_classes: 'Needs of people, technology, information and money are determined for this year',
      gap_decided: 'Every gap of this year is decided, and what was granted is there in time',
      headcount: 'As many people hold each role as its profile asks for',
    },
    lack: {
      all_classes: 'some kinds are missing',
      gap_decided: 'not decided for 30 days, or overdue',
      headcount: 'too few hold this role',
    },
  },
  benefit_case: {
    demand: { measured: 'What investments bring is measured when it is due' },
    lack: { measured: 'not measured within 30 days' },
  },
};
export default en;

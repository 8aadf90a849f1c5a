/** What each check of service.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  service: {
    demand: {
      reviewed: 'Every live service was reviewed in the catalogue within 12 months',
      approved: 'Every entry was approved by somebody who did not write it',
      described: 'Every entry says description, outcome, dependencies, hours and contact',
      offered: 'Every entry is published to its audience',
    },
    lack: {
      reviewed: 'not reviewed for 12 months',
      approved: 'not approved, or approved by an author',
      described: 'a part of the description is missing',
      offered: 'no audience, or not published',
    },
  },
};
export default en;

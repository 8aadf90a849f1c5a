/** What each check of context.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  context_issue: {
    demand: {
      reviewed: 'Issues have somebody responsible and were reviewed in time',
      both_sides: 'There are internal and external issues',
      climate_decided: 'The climate question is answered with a reason, by somebody, within its interval',
    },
    lack: {
      reviewed: 'no one responsible, or overdue for review',
      both_sides: 'one side is missing',
      climate_decided: 'not answered, or overdue',
    },
  },
  interested_party: {
    demand: {
      reviewed: 'Interested parties have somebody responsible and were reviewed in time',
      covers: 'Every customer and supplier of the directory is among the parties',
      usual: 'Customers and users are among the parties',
      has_requirements: 'Every party has at least one requirement that was decided upon',
    },
    lack: {
      reviewed: 'no one responsible, or overdue for review',
      covers: 'stands in no interested party',
      usual: 'a usual party is missing',
      has_requirements: 'without a requirement',
    },
  },
  party_requirement: {
    demand: {
      answered: 'Requirements that bind have a source and say where they are met',
    },
    lack: {
      answered: 'without source, or met nowhere',
    },
  },
  scope_statement: {
    demand: {
      weighed:
        'The scope in force weighed issues and parties, names own processes and was reviewed within a year',
      equals: 'The scope equals the catalogue, the sites and the customers',
      names: 'The scope in force names organisation and services',
      approved: 'The scope in force was approved by another person than wrote it',
      published: 'The scope is published as a controlled document',
    },
    lack: {
      weighed: 'nothing weighed, or overdue for review',
      equals: 'differs: {{names}}',
      names: 'organisation or services missing',
      approved: 'not approved, or by its author',
      published: 'no document of this class is in force',
    },
  },
};
export default en;

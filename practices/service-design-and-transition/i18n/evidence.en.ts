/** What each check of transition.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  transition: {
    demand: {
      planned: 'Approved plans name who is responsible, what is done, and by when',
      resources: 'Approved plans name resources and dependencies',
      criteria: 'Tests and acceptance criteria were planned and agreed',
      outcomes: 'Intended outcomes are stated as figures',
      impact: 'The impact on the system, other services and those concerned was planned',
      handling:
        'Of what is removed or transferred: dates, and what becomes of data, documents, knowledge and components',
      items: 'Configuration items were brought up to date before the service went live',
      designed: 'The design was approved and answers each requirement',
      people: 'What people must learn was settled before the service went live',
      agreements: 'Agreements and catalogue were settled before the service went live',
      system_changes:
        'Knowledge, monitoring, capacity, continuity and security were settled before the service went live',
      tested: 'Each criterion was tested by somebody who did not build it, and the service accepted',
      failed_criteria_decided: 'Where criteria failed, it was decided with those concerned what to do',
      by_release: 'Services went live by a release',
      reported: 'What was achieved was reported to those concerned',
    },
    lack: {
      planned: 'responsibilities, activities or date missing',
      resources: 'resources or dependencies missing',
      criteria: 'no tests or criteria, or not agreed',
      outcomes: 'no outcome',
      impact: 'impact missing',
      handling: 'not planned, or not done',
      items: 'not checked',
      designed: 'not approved, or a requirement without design',
      people: 'not checked',
      agreements: 'not checked',
      system_changes: 'not checked',
      tested: 'a criterion not tested, or tested by a developer',
      failed_criteria_decided: 'no decision with those concerned',
      by_release: 'no release',
      reported: 'not reported',
    },
  },
};
export default en;

/** What each check of document.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  document: {
    demand: {
      coverage:
        'Each of the {{count}} requirements that demand documented information has a document in force or a live record',
      identified: 'Documents carry code, title, level, author and owner',
      approved: 'Documents were approved before they took effect, by somebody who did not write them',
      in_date: 'Documents in force are within their review date',
      trail_sealed: 'What happened to records and documents is sealed into the chain',
      classified: 'Documents say who may and must read them',
      retention: 'Documents say how long they are kept',
      external_checked: 'External documents name source and edition and were checked within 12 months',
      core: 'The {{count}} documents without which there is no system are in force: scope, policy, objectives, plan, change policy, security policy, continuity plan',
      processes: 'Each of the {{count}} processes has its description in force',
      procedures: 'The procedures that the standard asks for are in force',
    },
    lack: {
      coverage: 'without one: {{missing}}',
      identified: 'a mark is missing',
      approved: 'not approved first, or approved by an author',
      in_date: 'review overdue',
      trail_sealed: 'events of more than an hour ago are not sealed',
      classified: 'no confidentiality or audience',
      retention: 'no retention',
      external_checked: 'source or edition missing, or not checked',
      core: 'not in force: {{missing}}',
      processes: 'not in force: {{missing}}',
      procedures: 'not in force: {{missing}}',
    },
  },
};
export default en;

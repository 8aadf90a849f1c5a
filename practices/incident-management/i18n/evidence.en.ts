/** What each check of incident.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  incident: {
    demand: {
      recorded: 'Every incident says how it came in, and from whom or from which event',
      classified: 'Resolved incidents carry a service and a category',
      prioritised: 'The priority follows from impact and urgency by the matrix, or from a confirmed override',
      override_reasoned: 'An overridden priority has its reason',
      escalated: 'Incidents that missed their resolution promise were escalated, by function or by hierarchy',
      owned: 'Whoever has to act on an open incident is named before its promised response is over',
      solution: 'Resolved incidents say what was done, how they ended, and who did it',
      pause_reasoned: 'Every pause for the customer or by agreement has its reason',
      closure: 'Closed incidents were confirmed, or closed only after the requester had been told',
      actions_recorded: 'Between report and resolution the record shows what was done',
      updated_in_time: 'Updates came as often as promised',
    },
    lack: {
      recorded: 'no channel, or nobody and no event that reported it',
      classified: 'resolved without service or category',
      prioritised: 'impact or urgency missing, or a priority that the matrix does not give',
      override_reasoned: 'priority overridden without a reason',
      escalated: 'promise missed, and nobody was called',
      owned: 'open past its promised response, and nobody has it',
      solution: 'resolved without solution, code or resolver',
      pause_reasoned: 'clock paused without a reason',
      closure: 'closed without a code, or closed without having asked the requester',
      actions_recorded: 'nothing recorded between report and resolution',
      updated_in_time: 'an update came too late',
    },
  },
  major: {
    demand: {
      criteria_set: 'Criteria say when an incident is major (version {{version}})',
      procedure: 'A procedure for major incidents is in force (documents, code …-08-MI)',
      procedure_followed: 'Major incidents have a manager and a bridge, and are closed with cause and review',
      management_informed: 'Top management was informed of each major incident in time',
      managed: 'Each major incident has a manager who is not its technical lead',
      reviewed: 'Each major incident was reviewed in time after it was restored',
    },
    lack: {
      criteria_set: 'no criteria are set',
      procedure: 'no such document is in force',
      procedure_followed: 'a step of the procedure is missing',
      management_informed: 'top management not informed, or too late',
      managed: 'nobody manages it, or its own technical lead does',
      reviewed: 'not reviewed, or too late',
    },
  },
};
export default en;

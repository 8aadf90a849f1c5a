/** What each check of improvement.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  improvement: {
    demand: {
      completed: 'An improvement was measured within {{interval}}',
      criteria: 'Criteria are set, alignment with the objectives among them (version {{version}})',
      decided: 'Decisions on improvements show scores by the criteria, and their reason',
      registered: 'Opportunities were registered within {{interval}}',
      described: 'Opportunities are described with their source',
      targeted: 'Approved improvements have a target, a day, and a baseline with its n',
      carried_out: 'Approved improvements have rank, owner and plan, and are on time',
      measured: 'Results are measured against the target, acted on where it was missed, and reported',
    },
    lack: {
      completed: 'none was',
      criteria: 'no criteria, or alignment is missing',
      decided: 'no score, or no reason',
      registered: 'none was',
      described: 'not described, or without source',
      targeted: 'no target, or no baseline',
      carried_out: 'no rank, owner or plan, or overdue',
      measured: 'not measured, not reported, or the miss not followed',
    },
  },
};
export default en;

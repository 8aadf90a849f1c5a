/** What each check of roles.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  sms_process: {
    demand: {
      defined: 'Processes have owner, purpose, inputs, outputs and interfaces',
      all_twenty: 'All twenty processes of clause 8 are there',
      alive: 'Every process left a record in three months, or it was confirmed that nothing occurred',
      accountable: 'Each process has one accountable role that somebody holds',
    },
    lack: {
      defined: 'not wholly defined',
      all_twenty: 'missing: {{missing}}',
      alive: 'silent',
      accountable: 'nobody, two, or a vacant role',
    },
  },
  policy: {
    demand: {
      there: 'The service management policy is approved and in force',
      frames_objectives: 'Objectives make sentences of it measurable',
      commits_to_requirements: 'The policy speaks of meeting requirements',
      commits_to_improvement: 'The policy speaks of continual improvement',
      must_be_read: 'The policy is given to people to be read',
      read: 'At least 95 % of those addressed read it ({{read}} of {{all}})',
      available: 'The policy is available to interested parties',
    },
    lack: {
      there: 'not in force',
      frames_objectives: 'none',
      commits_to_requirements: 'does not say so',
      commits_to_improvement: 'does not say so',
      must_be_read: 'nobody has to',
      read: 'not read by enough: {{read}} of {{all}}',
      available: 'only for staff',
    },
  },
  role_definition: {
    demand: {
      held: 'Every role that must be held is held today',
      described: 'Roles have duties and authorities',
      deputies: 'Roles that need a deputy have one',
      letters: 'Holders were appointed by letter and accepted',
      duties_apart: 'Nobody holds roles that are to be kept apart',
      leads: 'SMS manager and top management are held',
    },
    lack: {
      held: 'vacant',
      described: 'without duties or authorities',
      deputies: 'no deputy',
      letters: 'no letter, or not accepted',
      duties_apart: 'held together',
      leads: 'vacant',
    },
  },
};
export default en;

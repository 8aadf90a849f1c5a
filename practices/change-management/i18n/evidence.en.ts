/** What each check of change.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  change_policy: {
    demand: {
      scope: 'The policy says what is under change control (version {{version}})',
      document: 'The change management policy is in force as a document (…-08-CHP)',
      categories:
        'Categories are defined, emergency among them, and how each is handled (version {{version}})',
      major_criteria: 'Criteria say which changes may hit customers or services hard (version {{version}})',
    },
    lack: {
      scope: 'nothing is',
      document: 'no such document is in force',
      categories: 'no category for emergencies',
      major_criteria: 'no criteria are set',
    },
  },
  change: {
    demand: {
      recorded: 'Every change says its category, who asked for it, why, and what it concerns',
      unauthorised: 'Nothing was changed past the process',
      in_transition: 'Changes that add, remove or transfer a service run as a transition',
      of_transition: 'Transitions went live through approved changes',
      approved_first: 'No change began before its approval or authorisation',
      approver_apart: 'Nobody approved a change that they asked for or carried out',
      assessed: 'Assessed changes state risk, benefit, feasibility and, where large, cost',
      effects_weighed: 'Effects on services, customers, policies and plans were weighed',
      assurance_weighed: 'Effects on capacity, availability, continuity and security were weighed',
      collisions_checked: 'Scheduled changes were checked for collisions, and those found were resolved',
      tested: 'Changes were tested before they began, or it was agreed that they cannot be',
      announced: 'Downtime was announced before it began',
      way_back: 'Every change that began had a way back',
      failure_followed: 'Failed changes were investigated within ten days',
      reviewed: 'Changes were reviewed within 15 days by somebody who did not carry them out',
      emergency_confirmed: 'Emergency changes were reviewed within a week',
    },
    lack: {
      recorded: 'category, requester, purpose or subject missing',
      unauthorised: 'changed without authorisation',
      in_transition: 'no transition',
      of_transition: 'no approved change',
      approved_first: 'begun before its approval',
      approver_apart: 'approved by its requester or implementer',
      assessed: 'risk, benefit, feasibility or cost missing',
      effects_weighed: 'an effect was not weighed',
      assurance_weighed: 'an effect was not weighed',
      collisions_checked: 'not checked, or not resolved',
      tested: 'no test and no reason',
      announced: 'not announced, or too late',
      way_back: 'no back-out plan',
      failure_followed: 'not investigated',
      reviewed: 'not reviewed, too late, or by its implementer',
      emergency_confirmed: 'not reviewed',
    },
  },
  change_trend: {
    demand: {
      concluded: 'Changes were analysed for trends, with conclusions, within {{interval}}',
    },
    lack: {
      concluded: 'none in that time',
    },
  },
};
export default en;

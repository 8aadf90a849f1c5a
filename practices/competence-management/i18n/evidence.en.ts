/** What each check of competence.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  competence_profile: {
    demand: {
      covers_roles: 'Every role that somebody holds has a competence profile in force',
      reviewed: 'Profiles name competences, somebody responsible, and are reviewed in time',
    },
    lack: { covers_roles: 'no profile for this role', reviewed: 'empty, overdue, or nobody responsible' },
  },
  competence_assessment: {
    demand: { in_time: 'Every holder of a role was assessed in it within 12 months' },
    lack: { in_time: 'no valid assessment' },
  },
  competence_gap: {
    demand: {
      demands_met: 'No holder of a role lacks what is mandatory for it',
      followed: 'Gaps have an action in time, and its effect is checked',
    },
    lack: { demands_met: 'an open mandatory gap', followed: 'no action, overdue, or effect not checked' },
  },
  training_session: {
    demand: { effect_checked: 'The effect of trainings is checked' },
    lack: { effect_checked: 'not checked in time, or without saying how' },
  },
  competence_record: {
    demand: {
      for_people: 'For everybody who holds a role there is evidence of competence',
      in_date: 'Certificates of persons are in date',
    },
    lack: { for_people: 'no evidence', in_date: 'expired' },
  },
  awareness_campaign: {
    demand: {
      knows_policy: 'At least 95 % have said within a year that they know the policy',
      knows_objectives: 'At least 95 % have said within a year that they know their objectives',
      knows_services: 'At least 95 % have said within a year that they know their services',
      knows_contribution: 'At least 95 % have said within a year how they contribute',
      knows_consequences:
        'At least 95 % have said within a year that they know what follows when it is not kept',
    },
    lack: {
      knows_policy: 'has not said so',
      knows_objectives: 'has not said so',
      knows_services: 'has not said so',
      knows_contribution: 'has not said so',
      knows_consequences: 'has not said so',
    },
  },
  quiz_attempt: {
    demand: { taken: 'Somebody passed a test within the planned interval' },
    lack: { taken: 'none' },
  },
};
export default en;

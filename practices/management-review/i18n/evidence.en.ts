/** What each check of review.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  management_review: {
    demand: {
      held: 'A management review was held within {{interval}}',
      chaired: 'Reviews are chaired by somebody of the top management who was there',
      inputs_check: 'Inputs on earlier actions, issues and trends were there, from data or in words',
      inputs_performance: 'Inputs on improvements, feedback, policies, objectives and performance were there',
      inputs_outlook: 'Inputs on other parties, resources, risks and changes were there',
      decided: 'Reviews decided, and each decision to act became an action with an owner and a day',
      signed: 'Minutes are signed by the chair, and kept',
    },
    lack: {
      held: 'none was',
      chaired: 'no chair, or the chair was not there',
      inputs_check: 'an input was empty and nobody said anything about it',
      inputs_performance: 'an input was empty and nobody said anything about it',
      inputs_outlook: 'an input was empty and nobody said anything about it',
      decided: 'no decision, or one without its action',
      signed: 'not signed within 30 days, or not by the chair',
    },
  },
  leadership: {
    demand: {
      policy: 'A policy in force was approved by the top management',
      plan: 'The service management plan in force was approved by the top management and looked at within a year',
      authority: 'Changes were approved by people who held a role then',
      parties: 'Agreements with other parties have an owner',
      improvement: 'An improvement has a sponsor of the top management, within {{interval}}',
      decisions: 'What reviews decided has an owner and a day, and is not left undone',
    },
    lack: {
      policy: 'none was',
      plan: 'no plan, not approved by the top management, or not looked at for a year',
      authority: 'approved by somebody without a role',
      parties: 'no owner',
      improvement: 'none has',
      decisions: 'no owner or day, or a month overdue',
    },
  },
};
export default en;

/** What each check of service-request.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  service_request: {
    demand: {
      recorded: 'Every request names its model, the version of its form and who asked',
      prioritised: 'Every request has a target from its model or agreement',
      fulfilled: 'Fulfilled requests say who fulfilled them',
      approved: 'Where the model asks for approval, it was given before the request was fulfilled',
      closed: 'Closed requests say how they were closed',
      steps_recorded: 'Each step of a fulfilled request was recorded',
    },
    lack: {
      recorded: 'no model, form or requester',
      prioritised: 'no target',
      fulfilled: 'fulfilled by nobody',
      approved: 'fulfilled before, or without, its approval',
      closed: 'closed without a code',
      steps_recorded: 'a task not finished, or nothing recorded on the way',
    },
  },
  request_model: {
    demand: {
      instruction: 'Every request model in use has its instruction for those who fulfil it',
    },
    lack: {
      instruction: 'no instruction',
    },
  },
};
export default en;

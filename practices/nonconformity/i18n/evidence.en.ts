/** What each check of nonconformity.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  nonconformity: {
    demand: {
      contained: 'Nonconformities are contained and corrected within five days',
      cause_found: 'Nonconformities name their cause, how it was found, and where else was looked',
      acted_on: 'Each cause has corrective actions, and none of them is overdue',
      effect_checked: 'After the waiting time somebody without a part in it checks the effect',
      complete: 'Closed nonconformities say what was demanded, what was found, and what came of it',
    },
    lack: {
      contained: 'not contained, or no correction',
      cause_found: 'no cause, no method, or no extent check',
      acted_on: 'no corrective action, or one overdue',
      effect_checked: 'effect not checked, checked too early, or by who did it',
      complete: 'not complete',
    },
  },
};
export default en;

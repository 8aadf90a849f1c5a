/** What each check of agreement.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  agreement: {
    demand: {
      agreed: 'Every agreement with customers was signed by both and has not ended',
      covers_service: 'Every live service is covered by an agreement in force',
      from_requirements: 'Agreements name the requirements they come from',
      complete: 'Agreements state targets, workload limits and exceptions',
      reviewed: 'Agreements are reviewed when due',
      workload_measured: 'The workload limit is a figure that is measured every month',
    },
    lack: {
      agreed: 'not signed by both, or ended',
      covers_service: 'no agreement in force',
      from_requirements: 'no requirements',
      complete: 'targets, limits or exceptions missing',
      reviewed: 'review overdue',
      workload_measured: 'no figure',
    },
  },
  contract: {
    demand: {
      signed: 'Contracts with suppliers are signed and have not ended',
      complete: 'Contracts state scope, requirements, targets and escalation',
      reviewed: 'Contracts are reviewed when due',
    },
    lack: {
      signed: 'not signed, or ended',
      complete: 'a part is missing',
      reviewed: 'review overdue',
    },
  },
  internal_agreement: {
    demand: {
      agreed: 'Agreements with internal suppliers have targets, are signed by both, and have not ended',
    },
    lack: {
      agreed: 'not signed, no targets, or ended',
    },
  },
};
export default en;

/** What each check of audit.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  audit_programme: {
    demand: {
      covers:
        'An approved programme ({{programme}}) plans every clause, process and site as often as its risk asks',
    },
    lack: { covers: 'no programme in force, or areas without an audit' },
  },
  internal_audit: {
    demand: {
      reported: 'An internal audit was reported within {{interval}}',
      covers: 'The audits of the last twelve months looked at every clause (not yet: {{clauses}})',
      impartial: 'Audits have criteria and scope, and nobody audits their own area',
      read: 'Reports went to those responsible, who confirmed within 14 days that they read them',
      kept: 'Checklists are answered with evidence, and the report is kept as issued',
    },
    lack: {
      reported: 'none was',
      covers: 'clauses not looked at',
      impartial: 'no criteria or scope, or an auditor of their own area',
      read: 'nobody is responsible, or not confirmed',
      kept: 'no report, no answers, or answers without evidence',
    },
  },
  audit_finding: {
    demand: { settled: 'Findings are settled by the day they are due' },
    lack: { settled: 'overdue' },
  },
};
export default en;

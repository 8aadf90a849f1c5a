/** What each check of report.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  measurement: {
    demand: {
      planned: 'What is measured has method, person, time and target, and is approved',
      evaluated: 'Values are evaluated when it is planned',
      covers: 'System, services and processes are measured (not yet: {{subjects}})',
      kept: 'The value of every period of the last twelve months is kept',
    },
    lack: {
      planned: 'method, person, time, target or approval is missing',
      evaluated: 'evaluation overdue',
      covers: 'not measured',
      kept: 'values missing',
    },
  },
  performance_evaluation: {
    demand: {
      of_system: 'The effectiveness of the system was evaluated within {{interval}}',
      founded: 'Evaluations name a verdict, a conclusion and the figures they rest on',
      of_services: 'Each live service was evaluated against its requirements in the last six months',
    },
    lack: {
      of_system: 'not evaluated',
      founded: 'verdict, conclusion or figures missing',
      of_services: 'not evaluated',
    },
  },
  report_definition: {
    demand: {
      purposeful:
        'Each report has purpose, decision, figures, owner and readers, and was reviewed within a year',
      for_management: 'A report for the management is in force',
      reported: 'A report was issued for each period that is due',
    },
    lack: {
      purposeful: 'purpose, decision, figures, owner, readers or review missing',
      for_management: 'none',
      reported: 'reports missing',
    },
  },
  service_report: {
    demand: {
      with_trend: 'Issued reports keep their figures with a trend of at least three periods',
      decided: 'Reports are decided on within 31 days, and the actions are done',
      told: 'Those concerned were told what was decided within 14 days',
    },
    lack: {
      with_trend: 'figures or trend missing',
      decided: 'no decision, or actions overdue',
      told: 'not told',
    },
  },
};
export default en;

/** What each check of configuration.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  ci_class: {
    demand: {
      defined: 'Classes of configuration items are defined',
    },
    lack: {
      defined: 'none is',
    },
  },
  ci: {
    demand: {
      service_known: 'Every live service is related to what it rests on',
      critical_complete: 'Items of high criticality carry all attributes that their class requires',
      identified: 'Live items have a class and a name of their own',
      related: 'Live items are related to at least one other',
      editors_hold_role:
        'Somebody holds the role that may change configuration information, for a time that has not ended',
      changed_by_change: 'Live items were changed only by a change',
      updated_after_change: 'Items are brought up to date within two days after a change',
      used_by_change: 'Changes name the items they concern',
      used_by_incident: 'Incidents name the items they concern',
    },
    lack: {
      service_known: 'related to nothing',
      critical_complete: 'a required attribute is empty',
      identified: 'no class, or an unclear name',
      related: 'related to nothing',
      editors_hold_role: 'the time has ended',
      changed_by_change: 'edited without a change',
      updated_after_change: 'not brought up to date',
      used_by_change: 'none does',
      used_by_incident: 'none does',
    },
  },
  verification: {
    demand: {
      done: 'Items were verified against the world within {{interval}}',
    },
    lack: {
      done: 'not verified in that time',
    },
  },
  difference: {
    demand: {
      settled: 'What a verification found is settled within 30 days',
    },
    lack: {
      settled: 'not settled',
    },
  },
};
export default en;

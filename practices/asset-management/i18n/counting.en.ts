/** Stock-takes and maintenance: what the records and their parts are called. */
export default {
  stock_take: {
    name: 'Stock-take',
    plural: 'Stock-takes',
    create: 'New stock-take',
    field: {
      title: 'Name', ownerId: 'Led by', scopeLocation: 'Location', scopeCostCentre: 'Cost centre', scopeKind: 'Kind',
      orgUnitId: 'Organisational unit', dueOn: 'To be finished by', instructions: 'Instructions', startedAt: 'Counting began',
      countedAt: 'Counting ended', expectedCount: 'Expected', foundCount: 'Found', elsewhereCount: 'Found elsewhere',
      missingCount: 'Missing', unexpectedCount: 'Not expected', openDifferences: 'Differences to decide', conclusion: 'Conclusion',
    },
    input: { code: 'Label', location: 'Place', note: 'Remark', lineId: 'Line', decision: 'Decision' },
    hint: {
      scopeLocation: 'Empty: everywhere. “Building A” takes “Building A / 3rd floor” as well',
      scopeCostCentre: 'Empty: every cost centre',
      conclusion: 'What the differences came from, and what is done so that they do not come again',
    },
    option: { scopeKind: { hardware: 'Hardware', software: 'Software', cloud: 'Cloud resources', saas: 'Subscriptions (SaaS)', all: 'All' } },
    state: { planned: 'Planned', counting: 'Counting', reconciling: 'Reconciling', closed: 'Closed', cancelled: 'Cancelled' },
    action: {
      start: 'Begin counting', count: 'Count', finish_counting: 'End counting', count_again: 'Count on', resolve: 'Decide on a difference',
      close: 'Close', cancel: 'Cancel',
    },
    result: { pending: 'To be counted', found: 'Found', elsewhere: 'Found elsewhere', missing: 'Missing', unexpected: 'Not expected' },
    decision: {
      register_corrected: 'Correct the register', moved_back: 'It was put back', lost: 'Lost: retire it', found_afterwards: 'Found afterwards',
      retired: 'Gone: retire it', registered: 'Entered in the register', not_ours: 'Not ours', accepted: 'Accepted as it is',
    },
    measure: { inventory_match: 'Inventory match', overdue: 'Stock-takes that are late' },
    formula: {
      inventory_match: 'Found in their place ÷ (expected + not expected) × 100 %, the mean of the stock-takes closed in the period',
      overdue: 'Stock-takes not closed at the end of the period whose day has passed',
    },
  },
  maintenance_plan: {
    name: 'Maintenance plan',
    plural: 'Maintenance plans',
    create: 'New maintenance plan',
    field: {
      title: 'What is done', instructions: 'Instructions', subjectIds: 'On what', rhythm: 'Rhythm', every: 'Every', firstDueOn: 'First due on',
      dates: 'Dates', leadDays: 'Task appears (days before)', windowFrom: 'Window from', windowTo: 'Window to', needsChange: 'Only by a change',
      nextDueOn: 'Next due on', teamId: 'Responsible team', ownerId: 'Owner of the tasks',
    },
    hint: {
      every: 'So many days or months',
      dates: 'One date a line, such as 2027-03-31',
      windowFrom: 'Such as 22:00',
      windowTo: 'Such as 02:00',
      needsChange: 'Each task is then done only with a linked change',
      ownerId: 'Empty: the lead of the team',
    },
    option: { rhythm: { days: 'Every so many days', months: 'Every so many months', dates: 'On dates' } },
    state: { draft: 'Draft', active: 'In force', paused: 'Paused', retired: 'Ended' },
    action: { activate: 'Put in force', pause: 'Pause', generate: 'Task made', retire: 'End' },
  },
  maintenance_task: {
    name: 'Maintenance task',
    plural: 'Maintenance tasks',
    create: 'New maintenance task',
    field: {
      title: 'What is done', planId: 'Plan', subjectIds: 'On what', instructions: 'Instructions', dueOn: 'Due on', windowFrom: 'Window from',
      windowTo: 'Window to', needsChange: 'Only by a change', result: 'Result', outcome: 'Outcome', doneOn: 'Done on', doneById: 'Done by',
      missedOn: 'Missed', changeId: 'Change',
    },
    hint: { needsChange: 'It is then finished only when a change is named', changeId: 'Empty: the change that is linked already' },
    option: { outcome: { in_order: 'In order', repaired: 'Put right on the spot', fault_found: 'Fault found', incomplete: 'Not completed' } },
    state: { open: 'Due', in_progress: 'In progress', in_change: 'By a change', done: 'Done', skipped: 'Left out' },
    action: {
      start: 'Start', hand_to_change: 'Do it by a change', finish: 'Done', reschedule: 'Move to another day', skip: 'Leave out',
      miss: 'Missed',
    },
    measure: { on_time: 'Maintenance on time', missed: 'Maintenance missed and not made up for' },
    formula: {
      on_time: 'Tasks done by the day they were due ÷ tasks due in the period that are done or missed',
      missed: 'Tasks whose day passed without them and that are not done at the end of the period',
    },
  },
}; // prettier-ignore

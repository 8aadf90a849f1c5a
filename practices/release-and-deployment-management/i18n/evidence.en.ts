/** What each check of release.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  release_policy: {
    demand: {
      types: 'Types of release are defined, emergency among them',
    },
    lack: {
      types: 'no type for emergencies',
    },
  },
  release: {
    demand: {
      with_changes: 'Every release carries changes that were approved before it began',
      planned: 'Approved releases state window, deliverables, method and way back',
      accepted:
        'Releases were accepted against criteria and approved, not by their builder, before they began',
      failed_criteria_decided: 'Where criteria failed, it was decided with those concerned what to do',
      baseline: 'A baseline was taken before each deployment',
      integrity: 'What was deployed is what was tested, and the smoke test passed or it was rolled back',
      analysed: 'Results were analysed after deployment',
      conclusions: 'Conclusions were drawn from releases within {{interval}}',
      published: 'Coming releases were published before they began',
    },
    lack: {
      with_changes: 'no change, or one that was not approved',
      planned: 'a part of the plan is missing',
      accepted: 'not accepted or approved first, or by its builder',
      failed_criteria_decided: 'no decision, or decided alone',
      baseline: 'no baseline before it began',
      integrity: 'hashes differ, or no smoke test',
      analysed: 'not analysed 45 days after deployment',
      conclusions: 'none in that time',
      published: 'not published first',
    },
  },
};
export default en;

/** What each check of risk.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  risk: {
    demand: {
      from_context: 'Assessed risks and opportunities come from somewhere and were reviewed in time',
      both_kinds: 'There are risks and opportunities',
      of_organisation: 'Risks of the organisation are recorded',
      of_services: 'Every live service has a current risk that its requirements are not met',
      of_parties: 'Every contract and internal agreement has a current risk of that party',
      of_other_parties: 'Risks of other parties are recorded',
      customer_impact: 'Each says what customers would notice',
      criteria: 'Criteria for accepting risks are set (version {{version}})',
      accepted_by_top: 'Above the threshold only those entitled accepted, with a reason',
      method_documented: 'The approach is in force as a document (…-06-RM)',
      treated: 'Planned treatments have actions and are in time',
      high_is_treated: 'Risks above the threshold are treated or accepted within 30 days',
      effect_judged: 'What was done was judged afterwards, with what is left',
    },
    lack: {
      from_context: 'comes from nothing, or overdue for review',
      both_kinds: 'one kind is missing',
      of_organisation: 'none',
      of_services: 'without a current risk',
      of_parties: 'without a current risk of that party',
      of_other_parties: 'none',
      customer_impact: 'nothing said',
      criteria: 'no criteria',
      accepted_by_top: 'not accepted by those entitled',
      method_documented: 'no such document is in force',
      treated: 'no action, or overdue',
      high_is_treated: 'waits for longer than 30 days',
      effect_judged: 'not judged',
    },
  },
};
export default en;

/** Of the blocks in objective.blocks.ts. */
const en = {
  live_block: {
    objectives: {
      name: 'Objectives',
      hint: 'Approved and at work: measure, baseline, target',
    },
    objective_plan: {
      name: 'Plan of the objectives',
      hint: 'What, resources, who, until when, how judged',
    },
    management_plan: {
      name: 'Part of the service management plan',
      hint: 'management-plan:limitations, :humans, :technology …',
    },
    no_plan: 'Line {{line}}: no service management plan is in force yet.',
  },
};
export default en;

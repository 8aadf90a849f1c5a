/** What each check of objective.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  objective: {
    demand: {
      on_policy: 'Objectives make a sentence of the policy measurable, or are part of one that does',
      of_organisation: 'There are objectives of the organisation',
      of_functions: 'There are objectives of functions, processes or services',
      measurable: 'Objectives have measure, unit, baseline and target',
      values_told: 'Every period that is over has its value',
      decided_in_time: 'Objectives are judged within a month of their end',
      approved: 'Objectives were approved by others than who wrote them',
      published: 'The objectives are published as a controlled document',
      planned: 'Objectives have a plan: what, with what, by whom',
      dated: 'Objectives say until when and how the result is judged',
      missed_decided: 'For missed objectives a decision was taken',
    },
    lack: {
      on_policy: 'hangs on nothing',
      of_organisation: 'none',
      of_functions: 'none',
      measurable: 'not measurable',
      values_told: 'a period without value',
      decided_in_time: 'past its end, not judged',
      approved: 'not approved, or by its author',
      published: 'no document of this class is in force',
      planned: 'without plan, resources or person',
      dated: 'no date, or no way of judging',
      missed_decided: 'no decision',
    },
  },
  service_management_plan: {
    demand: {
      current: 'A plan is in force, approved and reviewed within a year',
      equals: 'Its services are those of the catalogue',
      limitations: 'The plan states known limitations',
      authorities: 'Who leads the system stands in the plan',
      resources: 'The plan states people, technology, information and money',
      parties: 'The plan states how we work with others, and by which technology',
      checking: 'The plan states how is measured, audited, reported and improved',
      others_agree: 'Other plans were looked at since this one was approved',
      there: 'There is a plan that others can agree with',
    },
    lack: {
      current: 'not approved, or overdue',
      equals: 'differs: {{names}}',
      limitations: 'not stated',
      authorities: 'not stated',
      resources: 'not stated',
      parties: 'not stated',
      checking: 'not stated',
      others_agree: 'older than the plan',
      there: 'none in force',
    },
  },
  obligation: {
    demand: {
      evaluated_in_time:
        'Obligations that apply have bearing, owner and an evaluation in time; lapses have actions',
      decided: 'Whether an obligation applies is decided within 90 days',
    },
    lack: {
      evaluated_in_time: 'not evaluated, or a lapse without action',
      decided: 'undecided for longer than 90 days',
    },
  },
};
export default en;

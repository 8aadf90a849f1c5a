/** The three steps of an organisation that begins. */
const en = {
  first_path: {
    menu: 'First steps',
    title: 'First steps',
    hint: 'Learn what is asked, compare it with how you work, and plan what lacks in phases. Then the way to a certificate goes on by itself.',
    title_of: 'Close the gaps of {{clause}} {{title}}',
    today: 'A new system begins with three steps',
    go: 'Go on',
    step: { learn: '1. Learn', gap: '2. Compare', plan: '3. Plan in phases' },
    state: { done: 'Done', going: 'Going on', ahead: 'Ahead' },
    learn_about:
      'Whoever leads the system knows the 261 requirements in plain words; people on duty know their part. Read the map clause by clause, then hold the course and its quiz.',
    learn_map: 'Read the standard in plain words',
    learn_course: 'Courses and quizzes',
    learn_counts: '{{courses}} courses offered, {{held}} sessions held, {{passed}} people passed a quiz',
    gap_about:
      'Each requirement beside its live answer: fulfilled, partly, missing. What is usually missing is filled in.',
    gap_go: 'Rate requirements',
    gap_counts: '{{rated}} of {{of}} rated, {{gaps}} gaps',
    plan_about:
      'One action for each clause that has gaps, in the order in which systems are built; three months of running lie before the check.',
    plan_counts: '{{actions}} actions planned, {{open}} proposed',
    plan_gantt: 'See the plan',
    begins: 'The project begins on',
    phase: {
      foundation: 'Foundation: context, scope, leadership (weeks 1–4)',
      planning: 'Planning: risks, objectives (weeks 3–6)',
      support: 'Support: people, knowledge, documents (weeks 5–12)',
      processes: 'Processes (weeks 5–16, then three months of running)',
      check: 'Check: measuring, audit, review (weeks 30–34)',
      improve: 'Improve (weeks 13–36)',
    },
    clause: 'Clause',
    gaps: 'Gaps',
    effort: 'Person-days',
    from: 'From',
    to: 'Until',
    owner: 'Responsible',
    make_one: 'Make {{count}} action',
    make_other: 'Make {{count}} actions',
    made_one: '{{count}} action was made',
    made_other: '{{count}} actions were made',
    nothing: 'Every gap that was found has its action.',
    no_gaps: 'No gap was found yet: compare first.',
    on: 'The way to a certificate',
  },
};
export default en;

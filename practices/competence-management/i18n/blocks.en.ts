/** Of the blocks in competence.blocks.ts. */
const en = {
  live_block: {
    yes: 'yes',
    no: 'no',
    competence_profiles: {
      name: 'Competence profiles',
      hint: 'What each role needs, by level',
      must: 'Must be able to (level)',
      should: 'Should be able to (level)',
      means: 'What the level means',
    },
    training_courses: { name: 'Training courses', hint: 'What is offered, and how its effect is seen' },
    training_sessions: {
      name: 'Training given',
      hint: 'Sessions of the last months with who came and the effect',
    },
  },
};
export default en;

/** Of the blocks in risk.blocks.ts. */
const en = {
  live_block: {
    risk_scale: {
      name: 'Scale and threshold of risks',
      hint: 'Likelihood, impact, rating, who accepts',
    },
    risk_register: {
      name: 'Register of risks or opportunities',
      hint: 'Open ones, the largest first',
    },
    risk_threshold:
      'Score = likelihood × impact. Medium from {{medium}}, high from {{high}}. From {{threshold}} on only these accept: {{roles}} (version {{version}}).',
  },
};
export default en;

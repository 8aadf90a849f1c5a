/** Of the blocks in roles.blocks.ts. */
const en = {
  live_block: {
    raci_matrix: {
      name: 'Responsibility matrix',
      hint: 'Processes × roles: A, R, C, I',
    },
    role_catalogue: {
      name: 'Role catalogue',
      hint: 'Duties, authorities and limits',
    },
    process_landscape: {
      name: 'Processes of the system',
      hint: 'Purpose, inputs, outputs, interfaces, owner',
    },
  },
};
export default en;

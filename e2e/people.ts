/** Who signs in during the browser tests. */
export const administrator = {
  name: 'Ada Wong',
  email: 'ada@lotus.example',
  password: 'correct horse battery staple',
};

/** Every address of the portal, below /portal. */
export const places = {
  home: '/',
  signIn: '/sign-in',
  report: '/report',
  request: '/request',
  requestModel: (id: string) => `/request/${encodeURIComponent(id)}`,
  records: '/records',
  record: (number: string) => `/records/${encodeURIComponent(number)}`,
  approvals: '/approvals',
  status: '/status',
  knowledge: '/knowledge',
  notices: '/notices',
};

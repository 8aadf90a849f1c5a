import { writeQuery } from '../../platform/ui/search-params.ts';

/** Every address of the workspace is built here. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  setup: '/setup',
  account: '/account',
  /** Another application: left by a link, not by the router. */
  portal: '/portal',
  today: '/today',
  approvals: '/approvals',
  dashboard: '/dashboard',
  time: '/time',
  imports: '/imports',
  mail: '/mail',
  proposals: '/proposals',
  import: (id: string) => `/imports/${id}`,
  queue: (plural: string, query: Readonly<Record<string, string>> = {}) => `/${plural}${writeQuery(query)}`,
  create: (plural: string) => `/${plural}/new`,
  record: (plural: string, number: string) => `/${plural}/${encodeURIComponent(number)}`,
  chain: (plural: string, number: string) => `/${plural}/${encodeURIComponent(number)}/chain`,
};

/** The same below /api/v1. */
export const endpoints = {
  list: (plural: string) => `/${plural}`,
  record: (plural: string, number: string) => `/${plural}/${encodeURIComponent(number)}`,
  transition: (plural: string, number: string, action: string) =>
    `/${plural}/${encodeURIComponent(number)}/transitions/${action}`,
  settings: (plural: string) => `/${plural}/settings`,
};

import { defineNotices } from '../../kernel/notification/notice.ts';

/** What people are told of requests; of approvals they hear from these themselves. */
export const notices = defineNotices(
  { kind: 'service_request.fulfilled', on: { type: 'service-request', action: 'fulfil' }, to: ['requester'], quote: true },
  { kind: 'service_request.reopened', on: { type: 'service-request', action: 'reopen' }, to: ['owner', 'team'], quote: true },
  // Told by `informDeciders`.
  { kind: 'service_request.disputed', urgent: true, staffOnly: true },
  { kind: 'service_request.converted', on: { type: 'service-request', action: 'convert' }, to: ['requester'], quote: true },
  { kind: 'fulfilment_task.opened', on: { type: 'fulfilment-task', action: ['open', 'create'] }, when: (event) => event.toState === 'open', to: ['owner', 'team'] },
); // prettier-ignore

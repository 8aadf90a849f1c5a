import { portalType } from '../../kernel/practice/portal.ts';
import { answersSaid } from './form.said.ts';
import type { ServiceRequest } from './service-request.fields.ts';
import type { process } from './service-request.process.ts';

type State = keyof typeof process.states;

/** What whoever asked for it sees of a service request. */
export const requestInPortal = portalType<State>({
  type: 'service-request',
  turns: {
    draft: 'answer',
    submitted: 'us',
    awaiting_approval: 'us',
    approved: 'us',
    fulfilling: 'us',
    fulfilled: 'confirm',
    closed: 'over',
    rejected: 'over',
    converted: 'over',
    cancelled: 'over',
  },
  told: ['accessUntil'],
  facts: (tx, record) => answersSaid(tx, record as ServiceRequest),
  promises: ['fulfilment', 'delivery'],
  actions: {
    confirm: { name: 'close' },
    reopen: { name: 'reopen' },
    withdraw: { name: 'cancel' },
  },
});

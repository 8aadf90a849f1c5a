import { portalType } from '../../kernel/practice/portal.ts';
import type { process } from './incident.process.ts';

type State = keyof typeof process.states;

/** What whoever reported an incident sees of it. */
export const incidentInPortal = portalType<State>({
  type: 'incident',
  turns: {
    new: 'us',
    triaged: 'us',
    assigned: 'us',
    in_progress: 'us',
    pending_customer: 'answer',
    agreed_hold: 'us',
    pending_supplier: 'us',
    pending_change: 'us',
    pending_problem: 'us',
    reopened: 'us',
    resolved: 'confirm',
    closed: 'over',
    cancelled: 'over',
    duplicate: 'over',
  },
  told: ['symptom', 'location', 'ci', 'resolution'],
  promises: ['response', 'resolution'],
  reopenUntil: 'reopenUntil',
  actions: {
    confirm: { name: 'close', input: { closureCode: 'confirmed_by_requester' } },
    reopen: { name: 'reopen' },
    dispute: { name: 'dispute' },
    withdraw: { name: 'cancel', input: { closureCode: 'withdrawn' } },
  },
});

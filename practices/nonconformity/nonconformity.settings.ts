import { defineSetting } from '../../kernel/practice/settings.ts';

/**
 * Calendar days. `wait`: between the last corrective action and the look at its effect; `plan` and `done`: what a new
 * one is given until cause and plan stand, and until all is done.
 */
export const nonconformityDays = defineSetting('nonconformity.days', { wait: 30, plan: 14, done: 60 });

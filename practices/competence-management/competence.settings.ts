import { defineSetting } from '../../kernel/practice/settings.ts';

/** Days until the effect of an action on a gap is looked at, and before which an expiry is told. */
export const competenceDays = defineSetting('competence.days', { checkAfter: 30, expiryAhead: 60 });

/** 7.3: the share of people that must know (requirement 7.3-a). */
export const awarenessShare = 0.95;

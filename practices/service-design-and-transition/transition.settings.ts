import { defineSetting } from '../../kernel/practice/settings.ts';

/** So many days a service is supported by those who built it, and watched, after it went live. */
export const earlyLifeDays = defineSetting<number>('transition.early_life_days', 30);

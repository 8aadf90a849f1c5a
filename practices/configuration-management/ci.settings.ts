import { defineSetting } from '../../kernel/practice/settings.ts';

/** While the first load lasts, items become live by another person's approval; afterwards only by a change or release. */
export const initialLoad = defineSetting('configuration.initial_load', { open: true });

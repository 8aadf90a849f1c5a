import { defineSetting } from '../../kernel/practice/settings.ts';

/** Since when the work is watched: what was there before the organisation began here is no lapse of it. */
export const watchFrom = defineSetting<string | null>('control_watch.from', null);

import { defineSetting } from '../../kernel/practice/settings.ts';

/** Whose months are measured. */
export const objectiveZone = defineSetting('objective.zone', 'UTC');

import { inUnits } from '../practice/internal-it.ts';
import { sayInstead } from '../../platform/ui/words.ts';

/** The pages of an organisation's own IT. */
export const speakOfUnits = (): void => sayInstead(inUnits);

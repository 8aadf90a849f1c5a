import { useWords } from '../../../platform/ui/words.ts';
import type ui from '../../../platform/ui/i18n/en.ts';
import type words from './words.en.ts';

/** `t` for the workspace pages of this practice. */
export const useT = useWords<typeof words & typeof ui>;

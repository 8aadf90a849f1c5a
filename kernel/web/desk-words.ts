import { useWords } from '../../platform/ui/words.ts';
import type desk from '../desk/i18n/en.ts';

/** `t` for custom fields, answers and views. */
export const useDeskT = useWords<typeof desk>;

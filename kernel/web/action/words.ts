import { useWords } from '../../../platform/ui/words.ts';
import type words from '../../action/i18n/en.ts';

export const useActionWords = useWords<typeof words>;

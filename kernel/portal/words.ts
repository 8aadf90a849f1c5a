import type platform from '../../platform/ui/i18n/en.ts';
import { useWords } from '../../platform/ui/words.ts';
import type portal from './i18n/en.ts';

export const usePortalWords = useWords<typeof platform & typeof portal>;

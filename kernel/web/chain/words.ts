import type platform from '../../../platform/ui/i18n/en.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type chain from '../../chain/i18n/en.ts';
import type kernel from '../i18n/en.ts';

/** `t` for the page of a chain. */
export const useT = useWords<typeof platform & typeof kernel & typeof chain>;

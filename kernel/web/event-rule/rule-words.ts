import { useWords } from '../../../platform/ui/words.ts';
import type en from '../../event-rule/i18n/en.ts';

export const useRuleWords = useWords<typeof en>;

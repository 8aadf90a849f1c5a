import { useWords } from '../../../platform/ui/words.ts';
import type en from '../../webhook/i18n/en.ts';

export const useWebhookWords = useWords<typeof en>;

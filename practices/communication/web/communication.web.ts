import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useCommunicationWords = useWords<typeof pages & typeof records>;

const requirements = ['7.4-a', '7.4-b'];
/** What is said to whoever fills this in. */
export function useGuidance(): GuidanceWords {
  const t = useCommunicationWords();
  const of = (key: 'wants' | 'good' | 'asks') => t(`communication_page.guidance.${key}`);
  return { wants: of('wants'), good: of('good'), asks: of('asks'), requirements };
}

import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useResourceWords = useWords<typeof pages & typeof records>;

const requirements = ['7.1-a'];
/** What is said to whoever fills this in. */
export function useGuidance(): GuidanceWords {
  const t = useResourceWords();
  const of = (key: 'wants' | 'good' | 'asks') => t(`resource_page.guidance.${key}`);
  return { wants: of('wants'), good: of('good'), asks: of('asks'), requirements };
}

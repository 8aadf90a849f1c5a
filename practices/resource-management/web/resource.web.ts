import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useResourceWords = useWords<typeof pages & typeof records>;

const served = {
  need: ['7.1-a', '5.1-f'],
  benefit: ['5.1-h', '7.1-a'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useResourceWords();
  return {
    wants: t(`resource_page.guidance.${of}.wants`),
    good: t(`resource_page.guidance.${of}.good`),
    asks: t(`resource_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { renderText, type Shown } from '../document.web.ts';

const pauseMs = 500;
const isLive = (text: string) => /^\s*::live\b/im.test(text) || text.includes('{{');

/** The text with its live blocks as the data are now, a moment after typing. What has none is shown as it is written. */
export function usePreview(text: string, language: 'en' | 'zh-CN', number: string | undefined): Shown {
  const [settled] = useDebouncedValue(text, pauseMs);
  const live = isLive(settled);
  const drawn = useQuery({
    queryKey: ['live-blocks', 'render', language, number, settled],
    queryFn: () => renderText(settled, language, number),
    enabled: live,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  });
  if (live && drawn.data) return drawn.data;
  return { text: isLive(text) ? settled : text, faults: none };
}

const none: Shown['faults'] = [];

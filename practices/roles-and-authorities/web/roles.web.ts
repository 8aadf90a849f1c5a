import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Finding, RoleLine } from '../checks.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type { Process } from '../landscape.ts';

export type { Finding, RoleLine };
export const useRolesWords = useWords<typeof pages & typeof records>;

const served = {
  overview: ['5.3-a', '5.3-b', '5.1-c', '4.4-a'],
  role: ['5.3-a', '5.1-c'],
  appointment: ['5.3-a', '5.3-b'],
  process: ['4.4-a', '4.4-b'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useRolesWords();
  return {
    wants: t(`roles_page.guidance.${of}.wants`),
    good: t(`roles_page.guidance.${of}.good`),
    asks: t(`roles_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export const useRoles = () =>
  useQuery({
    queryKey: [...keys.lists('role-definition'), 'overview'],
    queryFn: ({ signal }) =>
      api.get<{ today: string; roles: readonly RoleLine[]; findings: readonly Finding[] }>('/roles', signal),
  });

export type Placed = Process & { readonly newest: string | null };
const processesKey = [...keys.lists('sms-process'), 'landscape'];
export const useProcesses = () =>
  useQuery({
    queryKey: processesKey,
    queryFn: ({ signal }) => api.get<{ today: string; items: readonly Placed[] }>('/roles/processes', signal),
  });

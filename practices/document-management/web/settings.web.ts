import { useLabels } from '../../../kernel/web/words.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type en from '../i18n/en.ts';
import type words from './settings.en.ts';

export const useSettingsWords = useWords<typeof words & typeof en>;

export const levels = ['1', '2', '3', '4'] as const;
type Level = (typeof levels)[number];
type Steps = { readonly review: readonly string[]; readonly approve: readonly string[] };
export type Values = {
  readonly approval: Readonly<Record<Level, Steps>>;
  readonly reviewMonths: number;
  readonly reviewNotice: { readonly ahead: number; readonly again: number };
  readonly zone: string;
};
export function useRoleNames(): (role: string) => string {
  const labels = useLabels();
  return (role) => labels.role(role);
}

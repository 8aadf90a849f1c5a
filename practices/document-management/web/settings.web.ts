import { useLabels } from '../../../kernel/web/words.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type en from '../i18n/en.ts';
import type words from './settings.en.ts';

export const settingsPath = '/documents/settings';
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
export type Change = {
  readonly at: string;
  readonly key: keyof Values;
  readonly version: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
};
export type Settings = Values & {
  readonly versions: Readonly<Record<string, number>>;
  readonly mayChange: boolean;
  readonly history: readonly Change[];
};

export function useRoleNames(): (role: string) => string {
  const labels = useLabels();
  return (role) => labels.role(role);
}

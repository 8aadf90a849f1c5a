import type { Refs } from '../../../kernel/web/contract.ts';
import type { SettingsPart } from '../../../kernel/web/settings/SettingsPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import type { PriorityMatrix } from '../incident.priority.ts';
import { useDeskWords } from './desk.web.ts';

export type Values = {
  readonly priorityMatrix: PriorityMatrix;
  readonly escalateAt: {
    readonly warned: { readonly percent: number; readonly level: number };
    readonly breached: { readonly level: number };
  };
  readonly handOverHours: number;
  readonly reopenDays: number;
  readonly autoClose: { readonly workingDays: number; readonly noticesAfter: readonly number[] };
  readonly pauseDays: { readonly usual: number; readonly most: number };
  readonly repeats: { readonly count: number; readonly days: number };
};
/** What the page needs besides the values. */
export type More = {
  /** The roles that are called, the nearest first. */
  readonly ladder: readonly string[];
  readonly refs: Refs;
};
export type PartProps = SettingsPart<Values, More>;

/** A value as people say it. */
export function useSaid() {
  const t = useDeskWords();
  const labels = useLabels();
  const days = (n: number) => `${n} ${t('incident_rules.days')}`;
  return (ladder: readonly string[]) =>
    (key: keyof Values, value: unknown): string => {
      const rung = (level: number) => labels.role(ladder[level - 1] ?? '');
      const all = { [key]: value } as unknown as Values;
      switch (key) {
        case 'priorityMatrix': {
          const { matrix, customers } = value as PriorityMatrix;
          const rows = matrix.map((row) => row.map((n) => `P${n}`).join(' ')).join(' / ');
          const own = Object.keys(customers).length;
          return own === 0 ? rows : `${rows} (+${own})`;
        }
        case 'escalateAt':
          return `${all.escalateAt.warned.percent} % ${rung(all.escalateAt.warned.level)}, 100 % ${rung(all.escalateAt.breached.level)}`;
        case 'handOverHours':
          return `${all.handOverHours} ${t('incident_rules.hours')}`;
        case 'reopenDays':
          return days(all.reopenDays);
        case 'autoClose':
          return `${all.autoClose.noticesAfter.join(', ')} → ${all.autoClose.workingDays} ${t('incident_rules.working_days')}`;
        case 'pauseDays':
          return `${days(all.pauseDays.usual)} – ${days(all.pauseDays.most)}`;
        case 'repeats':
          return `${all.repeats.count} / ${days(all.repeats.days)}`;
      }
    };
}

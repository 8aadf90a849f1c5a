import { useMemo } from 'react';
import type { Query } from '../../../platform/ui/search-params.ts';
import { useReadinessWords, type Item } from './readiness.web.ts';
import { toneOf } from './tone.ts';

/** The same requirements, seen by the cycle, by who does the work, and by who answers for it. */
export const groupings = ['phase', 'process', 'owner'] as const;
export type Grouping = (typeof groupings)[number];

export type Clause = { readonly clause: string; readonly title: string; readonly items: readonly Item[] };
export type MapGroup = { readonly key: string; readonly name: string; readonly clauses: readonly Clause[] };

const phases = ['plan', 'do', 'check', 'act'];

export function useGroups(items: readonly Item[], by: Grouping): readonly MapGroup[] {
  const t = useReadinessWords();
  return useMemo(() => {
    const keyOf = (item: Item) => (by === 'phase' ? item.phase : by === 'process' ? item.process : item.owner) ?? '';
    const name = (key: string) =>
      by === 'phase'
        ? t(`readiness.phase.${key as Item['phase']}`)
        : by === 'owner'
          ? key === '' ? t('readiness.no_owner') : key
          : key === '' ? t('readiness.no_process') : t(`readiness.process.${key as 'IM'}`);
    const groups = [...Map.groupBy(items, keyOf)].map(([key, own]) => ({ key, name: name(key), clauses: clausesOf(own) }));
    return by === 'phase' ? groups.sort((a, b) => phases.indexOf(a.key) - phases.indexOf(b.key)) : groups;
  }, [items, by, t]);
} // prettier-ignore

const clausesOf = (items: readonly Item[]): readonly Clause[] =>
  [...Map.groupBy(items, ({ clause }) => clause)].map(([clause, own]) => ({
    clause,
    title: own[0]?.title ?? '',
    items: own,
  }));

/** What the filters in the address let through. */
export function fits(item: Item, search: Query): boolean {
  const words = (search['q'] ?? '').trim().toLowerCase();
  const among = (key: string, value: string) =>
    search[key] === undefined || search[key].split(',').includes(value);
  return (
    among('tone', toneOf(item)) &&
    among('forecast', item.forecast) &&
    among('way', item.way) &&
    among('severity', item.severity) &&
    among('documented', item.documented ?? 'no') &&
    (words === '' ||
      `${item.requirement} ${item.title} ${item.text} ${item.owner ?? ''}`.toLowerCase().includes(words))
  );
}

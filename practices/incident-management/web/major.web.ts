import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ListPage, Refs } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/major.en.ts';
import type { Entry, Impact } from '../major.queries.ts';
import type { Criterion } from '../major.settings.ts';

export type { Entry } from '../major.queries.ts';
export const useMajorWords = useWords<typeof words>;

const type = 'major-incident';
const below = (number: string, part: string) => [...keys.record(type, number), part];

export const useEntries = (number: string) =>
  useQuery({
    queryKey: below(number, 'entries'),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Entry[]; refs: Refs }>(
        `${endpoints.record('major-incidents', number)}/entries`,
        signal,
      ),
  });

export const useImpact = (number: string) =>
  useQuery({
    queryKey: below(number, 'impact'),
    // Reports come in without touching the record itself.
    refetchInterval: 15_000,
    queryFn: ({ signal }) =>
      api.get<Impact & { durationMs: number; affectedUsers: number; counted: boolean }>(
        `${endpoints.record('major-incidents', number)}/impact`,
        signal,
      ),
  });

export type Runbook = {
  readonly criteria: readonly Criterion[];
  readonly criteriaVersion: number;
  readonly declarers: readonly string[];
  readonly audiences: readonly ('management' | 'affected' | 'public' | 'technical')[];
  readonly informManagement: { readonly first: number; readonly again: number };
  readonly updateEveryMinutes: number;
  readonly reviewWithinWorkingDays: number;
  readonly contacts: readonly {
    readonly role: string;
    readonly people: readonly { readonly id: string; readonly name: string }[];
  }[];
};
export const useRunbook = () =>
  useQuery({
    queryKey: ['major-runbook'],
    queryFn: ({ signal }) => api.get<Runbook>('/major-incidents/runbook', signal),
  });

/** The major incident that an incident leads, if there is one. */
export const useMajorOf = (incidentId: string) =>
  useQuery({
    queryKey: [...keys.lists(type), 'of', incidentId],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/major-incidents${writeQuery({ 'filter[leadingIncidentId]': incidentId, limit: 1 })}`,
        signal,
      ),
    select: (page) => page.items[0],
  });

/** Does a transition with an input that no generic form could ask for. */
export function useTransition(plural: string, recordType: string, number: string, action: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      api.post(endpoints.transition(plural, number, action), input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.type(recordType) }),
  });
}

export type Texts = Readonly<Record<string, string>>;
/** In the reader's language, else in the one it was written in. */
export function useText() {
  const language = useLanguage();
  return (texts: Texts) => texts[language] ?? texts['en'] ?? texts['zh-CN'] ?? '';
}

/** The present to the second: a countdown that stands still for half a minute helps nobody. */
export function useSecond(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** `1:07:42`, with days before it where there are any. */
export function face(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A criterion in words, part by part. */
export function useCriterion() {
  const t = useMajorWords();
  const labels = useLabels();
  const critical = (value: string) => labels.option('service', 'criticality', value);
  return (criterion: Criterion): string =>
    [
      ...(criterion.priority === undefined
        ? []
        : [t('major.criterion.priority', { value: criterion.priority })]),
      ...(criterion.criticality === undefined
        ? []
        : [t('major.criterion.criticality', { value: criterion.criticality.map(critical).join(' / ') })]),
      ...(criterion.affectedUsers === undefined
        ? []
        : [t('major.criterion.affectedUsers', { value: criterion.affectedUsers })]),
      ...(criterion.linkedIncidents === undefined
        ? []
        : [t('major.criterion.linkedIncidents', { value: criterion.linkedIncidents })]),
      ...(criterion.security === undefined ? [] : [t('major.criterion.security')]),
    ].join(' · ');
}

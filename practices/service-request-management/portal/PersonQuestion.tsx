import { useQuery } from '@tanstack/react-query';
import { PersonFinder, type Found } from '../../../kernel/portal/PersonFinder.tsx';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/form.en.ts';
import type { QuestionProps } from './question.ts';

/** People of the own organisation, found by a part of the name, or one by id. */
const colleagues = async (query: Readonly<Record<string, string>>, signal: AbortSignal) =>
  (await api.get<{ items: readonly Found[] }>(`/me/colleagues${writeQuery(query)}`, signal)).items;

export function PersonQuestion({ question, label, help, value, error, onChange }: QuestionProps) {
  const t = useWords<typeof words>();
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const named = useQuery({
    queryKey: ['colleague', chosen],
    enabled: chosen !== undefined,
    staleTime: 60_000,
    queryFn: ({ signal }) => colleagues({ id: chosen ?? '' }, signal),
  });
  const required = question.required === true;
  return (
    <PersonFinder
      name="colleagues"
      label={required ? label : `${label} (${t('request_form.optional')})`}
      help={help}
      placeholder={t('request_form.person')}
      nobody={t('request_form.nobody')}
      required={required}
      error={error}
      // Chosen, and its name not here yet: still somebody, whom typing takes away.
      chosen={chosen === undefined ? undefined : (named.data?.find((p) => p.id === chosen)?.title ?? '')}
      find={(q, signal) => colleagues({ q }, signal)}
      onChoose={(person) => onChange(person?.id)}
    />
  );
}

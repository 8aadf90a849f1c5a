import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import type { MetaType, Row, Similar } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { fieldsOf, isTaken, type Proposal } from './proposals.ts';

type Values = Readonly<Record<string, unknown>>;
type Answer = { readonly items: readonly Proposal[]; readonly similar: readonly Similar[] };

const filled = (value: unknown) => value !== null && value !== undefined && value !== '';
/** Four letters, or two Chinese characters: before that the words of a title are not words yet. */
const saysSomething = (title: unknown) =>
  typeof title === 'string' && /\S.{2,}\S|\p{Script=Han}.*\p{Script=Han}/u.test(title);

/**
 * What the organisation's history suggests for the fields that a form asks, and records like the one being written.
 * Nothing is filled in by it; what was shown and what became of it is told once the record is written.
 */
export function useProposals(
  meta: MetaType,
  given: { readonly asked: readonly string[]; readonly values: Values; readonly row?: Row | undefined },
) {
  const { asked, values, row } = given;
  const complain = useComplain();
  const [linked, setLinked] = useState<readonly string[]>([]);
  const about = meta.proposals;
  const targets = (about?.targets ?? []).filter((target) => target.fields.every((f) => asked.includes(f)));
  const draft = Object.fromEntries(
    Object.entries(values).filter(([key, value]) => about?.told.includes(key) && filled(value)),
  );
  const [body] = useDebouncedValue(
    JSON.stringify({ ...(row === undefined ? {} : { number: row.number }), ...draft }),
    300,
  );
  const isWritten = row !== undefined || saysSomething(values['title']);
  const found = useQuery({
    queryKey: ['proposals', meta.type, body],
    enabled: targets.length > 0 && isWritten,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
    queryFn: ({ signal }) =>
      api.post<Answer>(`/${meta.plural}/proposals`, JSON.parse(body) as unknown, { signal }),
  });
  const answer = isWritten ? found.data : undefined;
  const items = (answer?.items ?? []).filter((p) => targets.some((target) => target.name === p.field));
  return {
    items,
    similar: answer?.similar ?? [],
    linked,
    toggleLink: (number: string) =>
      setLinked((before) =>
        before.includes(number) ? before.filter((n) => n !== number) : [...before, number],
      ),
    /** After the record was written: what became of the proposals, and the links that were wished for. */
    tell: async (number: string) => {
      const base = endpoints.record(meta.plural, number);
      const outcome = items.map(({ field, value, confidence }) => ({
        field,
        value: typeof value === 'object' ? fieldsOf(field, value) : value,
        confidence,
        taken: isTaken(field, value, values),
      }));
      // Only a statistic: that it could not be kept must not disturb whoever has just finished.
      if (outcome.length > 0)
        await api.post(`${base}/proposals/outcome`, { items: outcome }).catch(() => undefined);
      for (const to of linked) {
        await api.post(`${base}/links`, { kind: 'related', to }).catch(complain);
      }
    },
  };
}
export type Proposing = ReturnType<typeof useProposals>;

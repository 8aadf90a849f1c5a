import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Row, Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';

/** A transition that a panel of its own asks for. */
export function useTransition(record: Pick<Whole, 'number'>, action: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      api.post<Row>(endpoints.transition('transitions', record.number, action), input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.type('transition') }),
  });
}

export const may = (record: Whole, action: string): boolean => record.can[action]?.ok === true;

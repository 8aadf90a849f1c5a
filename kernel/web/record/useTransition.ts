import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import type { Row, Whole } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys, useMetaType } from '../queries.ts';

/** A transition that a panel of its own asks for, with an input that no generic form has. */
export function useTransition({ type, number }: Pick<Whole, 'type' | 'number'>, action: string) {
  const client = useQueryClient();
  const { plural } = useMetaType(type);
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      api.post<Row>(endpoints.transition(plural, number, action), input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.type(type) }),
  });
}

/** May whoever looks at it do this now? */
export const may = ({ can }: Pick<Whole, 'can'>, action: string): boolean => can[action]?.ok === true;

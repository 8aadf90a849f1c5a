import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';

/** Does a transition with an input that no generic form asks for. */
export function useTransition(type: string, number: string, action: string) {
  const client = useQueryClient();
  const { plural } = useMetaType(type);
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      api.post(endpoints.transition(plural, number, action), input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.type(type) }),
  });
}

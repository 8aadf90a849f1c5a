import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/ui/api.ts';
import { recordQuery, type OwnRecord } from './queries.ts';

/** Does something with one of my records, and shows it as it is then. */
export function useSend(record: Pick<OwnRecord, 'plural' | 'number'>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) =>
      api.post(`/${record.plural}/${encodeURIComponent(record.number)}/${path}`, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: recordQuery(record.number).queryKey });
      void client.invalidateQueries({ queryKey: ['records'] });
      onDone?.();
    },
  });
}

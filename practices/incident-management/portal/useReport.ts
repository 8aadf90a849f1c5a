import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { places } from '../../../kernel/portal/places.ts';
import { api } from '../../../platform/ui/api.ts';
import { uniqueKey } from '../../../platform/ui/unique.ts';
import { severities, type Severity } from './severity.ts';

export type Told = {
  readonly title: string;
  readonly symptom: string;
  readonly serviceId: string;
  readonly severity: Severity;
  readonly files: readonly File[];
};

/** Sends the report, then its files; a file that fails can be added again on the record's page, the report is there. */
export function useReport(onSent: () => void) {
  const navigate = useNavigate();
  const client = useQueryClient();
  // The same report sent twice by an impatient finger or a bad connection is one report.
  const key = useRef(uniqueKey());
  return useMutation({
    mutationFn: async ({ title, symptom, serviceId, severity, files }: Told) => {
      const { number } = await api.post<{ number: string }>(
        '/incidents',
        {
          title,
          channel: 'portal',
          ...severities[severity],
          ...(symptom === '' ? {} : { symptom }),
          ...(serviceId === '' ? {} : { serviceId }),
        },
        { idempotencyKey: key.current },
      );
      for (const file of files) {
        const body = new FormData();
        body.append('file', file);
        await api.post(`/incidents/${number}/attachments`, body).catch(() => undefined);
      }
      return number;
    },
    onSuccess: async (number) => {
      onSent();
      void client.invalidateQueries({ queryKey: ['records'] });
      await navigate({ to: places.record(number), search: { sent: '1' } });
    },
    onError: () => {
      // What was refused was not written; what is corrected is another request.
      key.current = uniqueKey();
    },
  });
}

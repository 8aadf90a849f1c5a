import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { likeness } from '../../../kernel/portal/likeness.ts';
import { places } from '../../../kernel/portal/places.ts';
import { announcementsQuery } from '../../../kernel/portal/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from './i18n/en.ts';
import page from '../../../kernel/portal/portal.module.css';

/** A known error, as far as users are told of it. */
type Told = { readonly number: string; readonly service: string | null; readonly text: string };

/** Announced disturbances that what is being typed may be one of: one click instead of a report. */
export function KnownAlready({ typed, serviceId }: { typed: string; serviceId: string }) {
  const t = useWords<typeof words>();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const wanted = useDeferredValue(typed.trim());
  const known = (useQuery(announcementsQuery).data?.items ?? []).filter(
    (a) =>
      (serviceId !== '' && a.service?.id === serviceId) ||
      (wanted !== '' && likeness(wanted, `${a.text} ${a.service?.title ?? ''}`) > 0),
  );
  const join = useMutation({
    mutationFn: (number: string) =>
      api.post<{ number: string }>(`/announcements/${encodeURIComponent(number)}/reports`, {
        channel: 'portal',
        ...(typed.trim() === '' ? {} : { title: typed.trim() }),
      }),
    onSuccess: ({ number }) => {
      void client.invalidateQueries({ queryKey: ['records'] });
      return navigate({ to: places.record(number), search: { sent: '1' } });
    },
  });
  const told = useQuery({
    queryKey: ['known-errors', wanted, serviceId],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Told[] }>(
        `/known-errors/public${writeQuery({ text: wanted, serviceId: serviceId === '' ? undefined : serviceId })}`,
        signal,
      ),
    enabled: wanted.length > 2 || serviceId !== '',
    placeholderData: (before) => before,
    retry: false,
  }).data?.items;
  if (known.length === 0 && (told ?? []).length === 0) return null;
  return (
    <section aria-live="polite" aria-label={t('report.known')} className={page['card']}>
      <strong>{t('report.known')}</strong>
      {known.map((a) => (
        <div key={a.number} style={{ marginTop: '0.6rem' }}>
          <p>
            {a.service && <b>{a.service.title}: </b>}
            {a.text}
          </p>
          <Button mt="xs" size="sm" loading={join.isPending} onClick={() => join.mutate(a.number)}>
            {t('report.me_too')}
          </Button>
        </div>
      ))}
      {(told ?? []).map((error) => (
        <p key={error.number} style={{ marginTop: '0.6rem', whiteSpace: 'pre-wrap' }}>
          {error.service !== null && <b>{error.service}: </b>}
          {error.text}
        </p>
      ))}
      {known.length > 0 && (
        <p className={page['quiet']} style={{ marginTop: '0.6rem' }}>
          {t('report.me_too_hint')}
        </p>
      )}
      {join.error !== null && (
        <Alert color="red" role="alert" mt="sm">
          {problem(join.error)}
        </Alert>
      )}
    </section>
  );
}

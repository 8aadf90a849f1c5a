import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from './i18n/en.ts';
import { severities, type Severity } from './severity.ts';
import styles from './report.module.css';

type Promised = { readonly dueAt: string } | null;
type Answer = { readonly response: Promised; readonly resolution: Promised };

/** What is promised if it is sent now, before it is: the server's own clock, asked in advance. */
export function PromisePreview({
  severity,
  serviceId,
}: {
  severity: Severity | undefined;
  serviceId: string;
}) {
  const t = useWords<typeof words>();
  const format = useFormat();
  const asked = severity === undefined ? {} : { ...severities[severity], serviceId };
  const promised = useQuery({
    queryKey: ['promise', asked],
    queryFn: ({ signal }) => api.get<Answer>(`/me/promise${writeQuery(asked)}`, signal),
    enabled: severity !== undefined,
    placeholderData: keepPreviousData,
    // Told in minutes, so it must not be older than one.
    refetchInterval: 45_000,
  });
  const { response = null, resolution = null } = promised.data ?? {};
  return (
    <section className={styles['promise']} aria-live="polite" aria-label={t('report.promise')}>
      <h2>{t('report.promise')}</h2>
      {severity === undefined && <p>{t('report.promise_choose')}</p>}
      {severity !== undefined && promised.data && !response && !resolution && (
        <p>{t('report.promise_none')}</p>
      )}
      <dl>
        {response && (
          <div>
            <dt>{t('report.reply_by')}</dt>
            <dd>{format.dateTime(response.dueAt)}</dd>
          </div>
        )}
        {resolution && (
          <div>
            <dt>{t('report.solved_by')}</dt>
            <dd>{format.dateTime(resolution.dueAt)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

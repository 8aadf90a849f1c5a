import { Alert, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../../platform/ui/api.ts';
import { useProblemWords } from '../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { modes, type Mode } from '../notification/kind.ts';
import { preferencesQuery, type Preference } from '../web/notification/notices.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** How I hear of each kind of notice. Mails lead here. */
export function NoticeChoices() {
  const t = usePortalWords();
  const words = useProblemWords();
  const client = useQueryClient();
  const asked = useQuery(preferencesQuery);
  const place = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  const ready = asked.isSuccess;
  useEffect(() => {
    if (ready && hash === 'notifications') place.current?.scrollIntoView({ block: 'start' });
  }, [hash, ready]);
  const save = useMutation({
    mutationFn: ({ kind, mode }: { kind: string; mode: Mode | null }) =>
      api.put<{ items: readonly Preference[] }>('/me/notification-preferences', { [kind]: mode }),
    onSuccess: (now) => client.setQueryData(preferencesQuery.queryKey, now),
  });
  return (
    <section
      id="notifications"
      ref={place}
      className={styles['section']}
      style={{ scrollMarginTop: '5rem' }}
      aria-labelledby="notice-choices"
    >
      <details open={hash === 'notifications'}>
        <summary className={styles['summary']}>
          <h2 id="notice-choices" className={styles['h2']}>
            {t('notices.settings')}
          </h2>
        </summary>
        <p className={styles['quiet']}>{t('notices.settings_hint')}</p>
        {save.error !== null && (
          <Alert color="red" role="alert" mt="sm">
            {words(save.error)}
          </Alert>
        )}
        {asked.isPending && <Loading />}
        {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
        <div className={styles['choices']}>
          {asked.data?.items.map((item) => (
            <NativeSelect
              key={item.kind}
              label={item.name}
              value={item.mode ?? item.usual}
              disabled={save.isPending && save.variables.kind === item.kind}
              data={modes.map((mode) => ({
                value: mode,
                label:
                  mode === item.usual
                    ? `${t(`notices.mode_${mode}`)} (${t('notices.usual')})`
                    : t(`notices.mode_${mode}`),
              }))}
              onChange={(event) => {
                const mode = modes.find((each) => each === event.currentTarget.value);
                if (mode) save.mutate({ kind: item.kind, mode: mode === item.usual ? null : mode });
              }}
            />
          ))}
        </div>
      </details>
    </section>
  );
}

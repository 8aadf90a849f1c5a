import { Alert, Button, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { paths } from '../paths.ts';
import type en from '../i18n/en.ts';
import { useT } from '../words.ts';

type Dictionary = typeof en;
type Loading = {
  readonly state: 'none' | 'running' | 'broken_off' | 'failed' | 'loaded';
  readonly part?: keyof Dictionary['demo']['part'] | '';
  readonly acts?: number;
  readonly of?: number;
};

/** The other first visit: nothing of one's own yet, but a whole organisation with a year behind it to look at. */
export function DemoChoice() {
  const t = useT();
  const words = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['setup', 'demo'],
    queryFn: ({ signal }) => api.get<Loading>('/setup/demo', signal),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 500 : false),
  });
  const load = useMutation({
    mutationFn: () => api.post('/setup/demo', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['setup', 'demo'] }),
  });
  const loaded = data?.state === 'loaded';
  useEffect(() => {
    if (!loaded) return;
    client.clear();
    void navigate({ to: paths.signIn });
  }, [loaded, client, navigate]);
  const running = data?.state === 'running' || loaded;
  const percent = loaded ? 100 : Math.min(99, Math.floor(((data?.acts ?? 0) * 100) / (data?.of ?? 1)));
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {t('demo.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('demo.about')}
        </Text>
      </div>
      {data?.state === 'broken_off' && <Alert color="yellow">{t('demo.broken_off')}</Alert>}
      {data?.state === 'failed' && (
        <Alert color="red" role="alert">
          {t('demo.failed')}
        </Alert>
      )}
      {load.error && (
        <Alert color="red" role="alert">
          {words(load.error)}
        </Alert>
      )}
      {running ? (
        <div>
          <Progress value={percent} aria-label={t('demo.title')} />
          <Text size="sm" mt={8} role="status">
            {percent} % ·{' '}
            {t(`demo.part.${data?.part === undefined || data.part === '' ? 'organisation' : data.part}`)}
          </Text>
        </div>
      ) : (
        <Button variant="default" size="sm" loading={load.isPending} onClick={() => load.mutate()}>
          {t('demo.load')}
        </Button>
      )}
    </Stack>
  );
}

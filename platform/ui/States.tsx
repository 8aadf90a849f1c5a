import { Alert, Button, Center, Code, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ProblemError } from './api.ts';
import { useProblemWords } from './problems.ts';
import { useUiWords } from './words.ts';

export function Loading({ minHeight = 160 }: { minHeight?: number }) {
  const t = useUiWords();
  return (
    <Center mih={minHeight} role="status" aria-label={t('ui.loading')}>
      <Loader size="sm" />
    </Center>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Center p="xl">
      <Stack align="center" gap="xs" maw={420}>
        <IconInbox size={28} stroke={1.4} aria-hidden opacity={0.5} />
        <Text fw={600}>{title}</Text>
        {children}
      </Stack>
    </Center>
  );
}

export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useUiWords();
  const words = useProblemWords();
  const id = error instanceof ProblemError ? error.requestId : undefined;
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t('ui.error_title')} role="alert" m="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words(error)}</Text>
        {id !== undefined && (
          <Text size="xs" c="dimmed">
            <Code>{t('ui.error_request', { id })}</Code>
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="light" color="red" onClick={retry}>
            {t('ui.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

import { Alert, Divider, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/sign-in.en.ts';
import classes from './demo.module.css';

type Someone = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly as: string;
};

/** In a demo: a person per role, one click each. Nothing anywhere else. */
export function DemoSignIns({ onDone }: { onDone: () => Promise<void> }) {
  const t = useWords<typeof words>();
  const problem = useProblemWords();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['demo', language],
    queryFn: ({ signal }) => api.get<{ items: readonly Someone[] }>('/demo', signal),
    staleTime: Infinity,
  });
  const enter = useMutation({
    mutationFn: ({ email, password }: Someone) => api.post('/api/auth/sign-in/email', { email, password }),
    onSuccess: onDone,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Stack mt="lg" gap="sm">
      <Divider label={t('sign_in.demo_as')} />
      {enter.error && (
        <Alert color="red" role="alert">
          {problem(enter.error)}
        </Alert>
      )}
      <SimpleGrid cols={2} spacing={8} verticalSpacing={8}>
        {data.items.map((someone) => (
          <UnstyledButton
            key={someone.email}
            className={classes['person'] ?? ''}
            disabled={enter.isPending}
            onClick={() => enter.mutate(someone)}
          >
            <Text size="sm" fw={550} truncate>
              {someone.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {someone.as}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t('sign_in.demo_hint')}
      </Text>
    </Stack>
  );
}

import {
  Alert,
  Button,
  Code,
  Group,
  Paper,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { encode } from 'uqr';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { meQuery, useMe } from '../queries.ts';
import { useT } from '../words.ts';

type Enabled = { readonly totpURI: string; readonly backupCodes: readonly string[] };

/** The second step: a code from an app besides the password. */
export function TwoFactor() {
  const t = useT();
  const me = useMe();
  const [started, setStarted] = useState<Enabled>();
  return (
    <Paper p="md" component="section" aria-label={t('two_factor.title')}>
      <Title order={2} size="h5" mb="xs">
        {t('two_factor.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {me.twoFactor ? t('two_factor.is_on') : t('two_factor.is_off')}
      </Text>
      {started ? (
        <Verify enabled={started} onDone={() => setStarted(undefined)} />
      ) : (
        <Confirm on={me.twoFactor} onStarted={setStarted} />
      )}
    </Paper>
  );
}

function Confirm({ on, onStarted }: { on: boolean; onStarted: (enabled: Enabled) => void }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const act = useMutation({
    mutationFn: () => api.post<Enabled>(`/api/auth/two-factor/${on ? 'disable' : 'enable'}`, { password }),
    onSuccess: async (answer) => {
      setPassword('');
      if (on) await client.invalidateQueries({ queryKey: meQuery.queryKey });
      else onStarted(answer);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  const { byField } = fieldErrors(act.error, ['password']);
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start">
        <PasswordInput
          w={240}
          label={t('two_factor.password')}
          autoComplete="current-password"
          value={password}
          error={byField['password'] ?? (act.error ? words(act.error) : undefined)}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <Button
          type="submit"
          size="sm"
          mt={23}
          loading={act.isPending}
          disabled={password === ''}
          {...(on ? { color: 'red', variant: 'light' } : {})}
        >
          {on ? t('two_factor.turn_off') : t('two_factor.turn_on')}
        </Button>
      </Group>
    </form>
  );
}

function Verify({ enabled, onDone }: { enabled: Enabled; onDone: () => void }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: () => api.post('/api/auth/two-factor/verify-totp', { code: code.replaceAll(' ', '') }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      celebrate(t('two_factor.is_on'));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate();
  };
  return (
    <Stack>
      <Text size="sm">{t('two_factor.scan')}</Text>
      <Group align="flex-start" gap="lg">
        <Qr text={enabled.totpURI} label={t('two_factor.qr')} />
        <Stack gap="sm" maw={420}>
          <Text size="xs" c="dimmed">
            {t('two_factor.secret')} <Code>{new URL(enabled.totpURI).searchParams.get('secret')}</Code>
          </Text>
          <form onSubmit={submit} noValidate>
            <Group align="flex-start">
              <TextInput
                label={t('sign_in.totp_code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                error={
                  verify.error
                    ? (fieldErrors(verify.error, ['code']).byField['code'] ?? words(verify.error))
                    : undefined
                }
                onChange={(e) => setCode(e.currentTarget.value)}
              />
              <Button type="submit" size="sm" mt={23} loading={verify.isPending} disabled={code === ''}>
                {t('two_factor.confirm')}
              </Button>
            </Group>
          </form>
        </Stack>
      </Group>
      <Alert color="orange" title={t('two_factor.backup_title')}>
        <Text size="sm" mb="xs">
          {t('two_factor.backup_hint')}
        </Text>
        <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="xs">
          {enabled.backupCodes.map((backup) => (
            <Code key={backup}>{backup}</Code>
          ))}
        </SimpleGrid>
      </Alert>
    </Stack>
  );
}

function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { border: 3 });
    const squares = code.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: squares.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={190}
      height={190}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

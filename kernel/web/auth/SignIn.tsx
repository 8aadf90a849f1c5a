import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { paths } from '../paths.ts';
import { useT } from '../words.ts';
import { DemoSignIns } from './DemoSignIns.tsx';
import { Front } from './Front.tsx';

type SignedIn = { readonly twoFactorRedirect?: boolean };

export default function SignIn() {
  const [second, setSecond] = useState(false);
  const client = useQueryClient();
  const router = useRouter();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const enter = async () => {
    client.clear();
    const to = search['to'];
    // Another application of this site: the router here does not know its pages.
    if (to !== undefined && /^\/portal(?:[/?]|$)/.test(to)) return location.assign(to);
    // Only a path of this site: anything else could lead away after signing in.
    router.history.push(
      to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : paths.home,
    );
  };
  return (
    <Front width={400}>
      {second ? <SecondStep onDone={enter} /> : <FirstStep onSecond={() => setSecond(true)} onDone={enter} />}
      {!second && <DemoSignIns onDone={enter} />}
    </Front>
  );
}

function FirstStep({ onSecond, onDone }: { onSecond: () => void; onDone: () => Promise<void> }) {
  const t = useT();
  const words = useProblemWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.post<SignedIn>('/api/auth/sign-in/email', { email: email.trim(), password }),
    onSuccess: (answer) => (answer.twoFactorRedirect === true ? onSecond() : onDone()),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const { byField } = fieldErrors(signIn.error, ['email', 'password']);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Title order={1} size="h3">
          {t('sign_in.title')}
        </Title>
        {signIn.error && Object.keys(byField).length === 0 && (
          <Alert color="red" role="alert">
            {words(signIn.error)}
          </Alert>
        )}
        <TextInput
          label={t('sign_in.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          error={byField['email']}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
        <PasswordInput
          label={t('sign_in.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          error={byField['password']}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <Button type="submit" size="sm" loading={signIn.isPending}>
          {t('sign_in.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function SecondStep({ onDone }: { onDone: () => Promise<void> }) {
  const t = useT();
  const words = useProblemWords();
  const [code, setCode] = useState('');
  const [backup, setBackup] = useState(false);
  const verify = useMutation({
    mutationFn: () =>
      api.post(`/api/auth/two-factor/${backup ? 'verify-backup-code' : 'verify-totp'}`, {
        code: code.replaceAll(' ', ''),
      }),
    onSuccess: onDone,
    onError: () => setCode(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Title order={1} size="h3">
          {t('sign_in.second_title')}
        </Title>
        <Text size="sm">{backup ? t('sign_in.backup_hint') : t('sign_in.totp_hint')}</Text>
        {verify.error && (
          <Alert color="red" role="alert">
            {words(verify.error)}
          </Alert>
        )}
        <TextInput
          key={String(backup)}
          ref={(input) => input?.focus()}
          label={backup ? t('sign_in.backup_code') : t('sign_in.totp_code')}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          value={code}
          onChange={(e) => setCode(e.currentTarget.value)}
        />
        <Button type="submit" size="sm" loading={verify.isPending} disabled={code === ''}>
          {t('sign_in.submit')}
        </Button>
        <Anchor component="button" type="button" size="xs" onClick={() => (setBackup(!backup), setCode(''))}>
          {backup ? t('sign_in.use_totp') : t('sign_in.use_backup')}
        </Anchor>
      </Stack>
    </form>
  );
}

import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/sign-in.en.ts';
import { DemoSignIns } from './DemoSignIns.tsx';

type SignedIn = { readonly twoFactorRedirect?: boolean };
const useT = useWords<typeof words>;

/** Signing in, in workspace and portal alike: password, second step where the account has one, a demo's people. */
export function SignInSteps({ onDone }: { onDone: () => Promise<void> }) {
  const [second, setSecond] = useState(false);
  if (second) return <SecondStep onDone={onDone} />;
  return (
    <>
      <FirstStep onSecond={() => setSecond(true)} onDone={onDone} />
      <DemoSignIns onDone={onDone} />
    </>
  );
}

function Step(props: {
  readonly title: string;
  readonly error: unknown;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly submit: () => void;
  readonly children: ReactNode;
  readonly after?: ReactNode;
}) {
  const t = useT();
  const words = useProblemWords();
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        props.submit();
      }}
    >
      <Stack>
        <Title order={1} size="h3">
          {props.title}
        </Title>
        {props.error !== null && props.error !== undefined && (
          <Alert color="red" role="alert">
            {words(props.error)}
          </Alert>
        )}
        {props.children}
        <Button type="submit" size="sm" loading={props.busy} disabled={props.disabled === true}>
          {t('sign_in.submit')}
        </Button>
        {props.after}
      </Stack>
    </form>
  );
}

function FirstStep({ onSecond, onDone }: { onSecond: () => void; onDone: () => Promise<void> }) {
  const t = useT();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.post<SignedIn>('/api/auth/sign-in/email', { email: email.trim(), password }),
    onSuccess: (answer) => (answer.twoFactorRedirect === true ? onSecond() : onDone()),
  });
  const { byField } = fieldErrors(signIn.error, ['email', 'password']);
  return (
    <Step
      title={t('sign_in.title')}
      error={Object.keys(byField).length === 0 ? signIn.error : null}
      busy={signIn.isPending}
      submit={() => signIn.mutate()}
    >
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
    </Step>
  );
}

function SecondStep({ onDone }: { onDone: () => Promise<void> }) {
  const t = useT();
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
  return (
    <Step
      title={t('sign_in.second_title')}
      error={verify.error}
      busy={verify.isPending}
      disabled={code === ''}
      submit={() => verify.mutate()}
      after={
        <Anchor component="button" type="button" size="xs" onClick={() => (setBackup(!backup), setCode(''))}>
          {backup ? t('sign_in.use_totp') : t('sign_in.use_backup')}
        </Anchor>
      }
    >
      <Text size="sm">{backup ? t('sign_in.backup_hint') : t('sign_in.totp_hint')}</Text>
      <TextInput
        key={String(backup)}
        ref={(input) => input?.focus()}
        label={backup ? t('sign_in.backup_code') : t('sign_in.totp_code')}
        inputMode={backup ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        value={code}
        onChange={(e) => setCode(e.currentTarget.value)}
      />
    </Step>
  );
}

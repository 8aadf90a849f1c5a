import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { api } from '../../platform/ui/api.ts';
import { useProblemWords } from '../../platform/ui/problems.ts';
import { places } from './places.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

type SignedIn = { readonly twoFactorRedirect?: boolean };

export default function SignIn() {
  const t = usePortalWords();
  const [second, setSecond] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const enter = async () => {
    client.clear();
    const to = search['to'];
    // Only a path of this site: anything else could lead away after signing in.
    const inside = to !== undefined && /^\/(?![/\\])/.test(to);
    await navigate({ to: inside ? to : places.home });
  };
  return (
    <div className={styles['card']} style={{ maxWidth: '26rem', margin: '6vh auto 0' }}>
      <Title order={1} size="h2" mb="md">
        {t('portal.sign_in')}
      </Title>
      {second ? <Second onDone={enter} /> : <First onSecond={() => setSecond(true)} onDone={enter} />}
    </div>
  );
}

function Step(props: {
  readonly error: unknown;
  readonly busy: boolean;
  readonly submit: () => void;
  readonly children: ReactNode;
}) {
  const t = usePortalWords();
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
        {props.error !== null && (
          <Alert color="red" role="alert">
            {words(props.error)}
          </Alert>
        )}
        {props.children}
        <Button type="submit" loading={props.busy}>
          {t('portal.sign_in')}
        </Button>
      </Stack>
    </form>
  );
}

function First({ onSecond, onDone }: { onSecond: () => void; onDone: () => Promise<void> }) {
  const t = usePortalWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.post<SignedIn>('/api/auth/sign-in/email', { email: email.trim(), password }),
    onSuccess: (answer) => (answer.twoFactorRedirect === true ? onSecond() : onDone()),
  });
  return (
    <Step error={signIn.error} busy={signIn.isPending} submit={() => signIn.mutate()}>
      <TextInput
        label={t('portal.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(e) => setEmail(e.currentTarget.value)}
      />
      <PasswordInput
        label={t('portal.password')}
        autoComplete="current-password"
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
      />
    </Step>
  );
}

function Second({ onDone }: { onDone: () => Promise<void> }) {
  const t = usePortalWords();
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
    <Step error={verify.error} busy={verify.isPending} submit={() => verify.mutate()}>
      <Text>{t('portal.code_hint')}</Text>
      <TextInput
        key={String(backup)}
        ref={(input) => input?.focus()}
        label={backup ? t('portal.backup_code') : t('portal.code')}
        inputMode={backup ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        value={code}
        onChange={(e) => setCode(e.currentTarget.value)}
      />
      <Anchor component="button" type="button" onClick={() => (setBackup(!backup), setCode(''))}>
        {backup ? t('portal.use_totp') : t('portal.use_backup')}
      </Anchor>
    </Step>
  );
}

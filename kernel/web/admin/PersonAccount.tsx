import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconCheck, IconCopy, IconDice5 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { value, type Row } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { useT } from '../words.ts';
import { generatedPassword } from './generated-password.ts';

/** An administrator lets this person sign in, or gives a new password to one who forgot theirs. */
export function PersonAccount({ person }: { person: Row }) {
  const t = useT();
  const words = useProblemWords();
  const [password, setPassword] = useState('');
  const [generated, setGenerated] = useState<string>();
  const save = useMutation({
    mutationFn: (wanted: string) =>
      api.post<{ email: string }>(`${endpoints.record('people', person.number)}/account`, {
        password: wanted,
      }),
    onSuccess: (_, wanted) => {
      setPassword('');
      // The one that was typed is known to whoever typed it.
      setGenerated((before) => (before === wanted ? before : undefined));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(password);
  };
  const { byField, rest } = fieldErrors(save.error, ['password', 'email']);
  const email = value(person, 'email');
  const title = t('person_page.account');
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      {typeof email !== 'string' || email === '' ? (
        <Text size="sm" c="dimmed">
          {t('person_page.needs_email')}
        </Text>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="xs">
            <Text size="xs" c="dimmed">
              {t('person_page.account_hint', { email })}
            </Text>
            <PasswordInput
              label={t('account.new_password')}
              autoComplete="new-password"
              value={password}
              error={byField['password']}
              onChange={(e) => setPassword(e.currentTarget.value)}
            />
            <Group gap={6}>
              <Button type="submit" disabled={password === ''} loading={save.isPending}>
                {t('person_page.set_password')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconDice5 size={15} aria-hidden />}
                disabled={save.isPending}
                onClick={() => {
                  const made = generatedPassword();
                  setGenerated(made);
                  save.mutate(made);
                }}
              >
                {t('person_page.generate')}
              </Button>
            </Group>
            {save.isError && byField['password'] === undefined && (
              <Alert color="red" role="alert" p="xs">
                {byField['email'] ?? rest[0] ?? words(save.error)}
              </Alert>
            )}
            {save.isSuccess && (
              <Alert color="teal" role="status" p="xs" title={t('person_page.may_sign_in', { email })}>
                {generated !== undefined && <ShownOnce password={generated} />}
              </Alert>
            )}
          </Stack>
        </form>
      )}
    </Paper>
  );
}

function ShownOnce({ password }: { password: string }) {
  const t = useT();
  return (
    <Stack gap={6} align="flex-start">
      <Text size="xs">{t('person_page.once')}</Text>
      <Code fz="sm">{password}</Code>
      <CopyButton value={password}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('ui.copied') : t('person_page.copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}

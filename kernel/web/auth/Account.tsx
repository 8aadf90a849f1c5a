import { Button, Group, Paper, PasswordInput, Select, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isLanguage, languages } from '../../../platform/i18n/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { setLanguage, useLanguage } from '../../../platform/ui/words.ts';
import { Delegations } from '../approval/Delegations.tsx';
import { languageNames } from '../AccountMenu.tsx';
import { zones } from '../field/ZoneInput.tsx';
import { NoticePreferences } from '../notification/NoticePreferences.tsx';
import { useMe } from '../queries.ts';
import { useT } from '../words.ts';
import { Tokens } from './Tokens.tsx';
import { TwoFactor } from './TwoFactor.tsx';

/** One's own account: language, zone, password, second step, API tokens. */
export default function Account() {
  const t = useT();
  const me = useMe();
  return (
    <Stack p="md" gap="sm" maw={860}>
      <Title order={1} size="h3">
        {t('account.title')} · {me.person.title}
      </Title>
      <Preferences />
      <NoticePreferences />
      <Delegations />
      <Password />
      <TwoFactor />
      <Tokens />
    </Stack>
  );
}

function Preferences() {
  const t = useT();
  const me = useMe();
  const language = useLanguage();
  const complain = useComplain();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (change: { language?: string; zone?: string }) => api.patch('/me', change),
    onError: complain,
    onSuccess: async () => {
      await client.invalidateQueries();
      celebrate(t('ui.saved'));
    },
  });
  return (
    <Paper p="md" component="section" aria-label={t('account.preferences')}>
      <Title order={2} size="h5" mb="sm">
        {t('account.preferences')}
      </Title>
      <Group align="flex-start">
        <Select
          label={t('ui.language')}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          value={language}
          allowDeselect={false}
          onChange={(next) => {
            if (isLanguage(next)) void setLanguage(next).then(() => save.mutate({ language: next }));
          }}
        />
        <Select
          label={t('account.zone')}
          searchable
          data={zones()}
          value={me.person.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          allowDeselect={false}
          nothingFoundMessage={t('ui.nothing_found')}
          onChange={(zone) => zone !== null && save.mutate({ zone })}
        />
      </Group>
    </Paper>
  );
}

function Password() {
  const t = useT();
  const words = useProblemWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => api.post('/api/auth/change-password', { currentPassword: current, newPassword: next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      celebrate(t('account.password_changed'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const { byField } = fieldErrors(change.error, ['currentPassword', 'newPassword']);
  const general = change.error && Object.keys(byField).length === 0 ? words(change.error) : undefined;
  return (
    <Paper p="md" component="section" aria-label={t('account.password')}>
      <Title order={2} size="h5" mb="sm">
        {t('account.password')}
      </Title>
      <form onSubmit={submit} noValidate>
        <Group align="flex-start">
          <PasswordInput
            w={240}
            label={t('account.current_password')}
            autoComplete="current-password"
            value={current}
            error={byField['currentPassword'] ?? general}
            onChange={(e) => setCurrent(e.currentTarget.value)}
          />
          <PasswordInput
            w={240}
            label={t('account.new_password')}
            autoComplete="new-password"
            value={next}
            error={byField['newPassword']}
            onChange={(e) => setNext(e.currentTarget.value)}
          />
          <Button
            type="submit"
            size="sm"
            mt={23}
            disabled={current === '' || next === ''}
            loading={change.isPending}
          >
            {t('account.change_password')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}

import {
  Alert,
  Button,
  Divider,
  PasswordInput,
  Radio,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { paths } from '../paths.ts';
import { useT } from '../words.ts';
import { providerKinds, sectors } from '../../practice/kind.ts';
import { DemoChoice } from './DemoChoice.tsx';
import { Front } from './Front.tsx';
import { SectorPreview } from './SectorPreview.tsx';

const profiles = ['S', 'M', 'L'] as const;
type Form = {
  organisation: string;
  name: string;
  email: string;
  password: string;
  profile: string;
  sector: string;
  providerKind: string;
};

/** The first visit: who administers, and how large the organisation is. */
export default function Setup() {
  const t = useT();
  const words = useProblemWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form, setForm] = useState<Form>({
    organisation: '',
    name: '',
    email: '',
    password: '',
    profile: 'M',
    sector: '',
    providerKind: 'provider',
  });
  const set = (key: keyof Form) => (value: string) => setForm((before) => ({ ...before, [key]: value }));
  const start = useMutation({
    mutationFn: async () => {
      const { sector, ...given } = form;
      await api.post('/setup', {
        language,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...given,
        ...(sector === '' ? {} : { sector }),
      });
      await api.post('/api/auth/sign-in/email', { email: form.email.trim(), password: form.password });
    },
    onSuccess: () => {
      client.clear();
      return navigate({ to: paths.home });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate();
  };
  const { byField, rest } = fieldErrors(start.error, Object.keys(form));
  const general =
    start.error instanceof ProblemError && start.error.errors.length > 0
      ? rest.join(' ')
      : start.error && words(start.error);
  return (
    <Front width={560}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <Title order={1} size="h3">
              {t('setup.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('setup.hint')}
            </Text>
          </div>
          {general && (
            <Alert color="red" role="alert">
              {general}
            </Alert>
          )}
          <TextInput
            label={t('setup.organisation')}
            required
            value={form.organisation}
            error={byField['organisation']}
            onChange={(e) => set('organisation')(e.currentTarget.value)}
          />
          <TextInput
            label={t('setup.name')}
            autoComplete="name"
            required
            value={form.name}
            error={byField['name']}
            onChange={(e) => set('name')(e.currentTarget.value)}
          />
          <TextInput
            label={t('sign_in.email')}
            type="email"
            autoComplete="username"
            required
            value={form.email}
            error={byField['email']}
            onChange={(e) => set('email')(e.currentTarget.value)}
          />
          <PasswordInput
            label={t('sign_in.password')}
            autoComplete="new-password"
            required
            value={form.password}
            error={byField['password']}
            onChange={(e) => set('password')(e.currentTarget.value)}
          />
          <Radio.Group
            label={t('setup.profile')}
            value={form.profile}
            onChange={set('profile')}
            error={byField['profile']}
          >
            <Stack gap={8} mt={6}>
              {profiles.map((p) => (
                <Radio
                  key={p}
                  value={p}
                  label={t(`setup.profile_${p}`)}
                  description={t(`setup.profile_${p}_hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Select
            label={t('setup.sector')}
            placeholder={t('setup.any_sector')}
            clearable
            data={sectors.map((value) => ({ value, label: t(`setup.sector_${value}`) }))}
            value={form.sector === '' ? null : form.sector}
            error={byField['sector']}
            onChange={(next) => set('sector')(next ?? '')}
          />
          {form.sector !== '' && <SectorPreview sector={form.sector} />}
          <Radio.Group
            label={t('setup.provider_kind')}
            value={form.providerKind}
            onChange={set('providerKind')}
            error={byField['providerKind']}
          >
            <Stack gap={8} mt={6}>
              {providerKinds.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={t(`setup.kind_${kind}`)}
                  description={t(`setup.kind_${kind}_hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Button type="submit" size="sm" loading={start.isPending}>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
      <Divider my="xl" label={t('demo.or')} />
      <DemoChoice />
    </Front>
  );
}

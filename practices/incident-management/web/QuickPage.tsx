import {
  Alert,
  Anchor,
  Button,
  Group,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { severityNames, type Severity } from '../portal/severity.ts';
import { useDeskWords } from './desk.web.ts';

type Chosen = { requesterId: string | null; serviceId: string | null; categoryId: string | null };
const types = { requesterId: 'person', serviceId: 'service', categoryId: 'category' } as const;
const known = ['title', 'requesterId', 'serviceId', 'categoryId', 'severity', 'resolution'];

/** 81: six fields, so that what was done in passing is written down at all. */
export default function QuickPage() {
  const t = useDeskWords();
  const labels = useLabels();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<Chosen>({ requesterId: null, serviceId: null, categoryId: null });
  const [severity, setSeverity] = useState<Severity>('hard');
  const [resolution, setResolution] = useState('');
  useEffect(() => {
    document.title = `${t('quick.title')} · Servanda`;
  }, [t]);
  const record = useMutation({
    mutationFn: () =>
      api.post<{ number: string; state: string }>('/incidents/quick', {
        title: title.trim(),
        severity,
        ...Object.fromEntries(Object.entries(chosen).filter(([, id]) => id !== null)),
        ...(resolution.trim() === '' ? {} : { resolution: resolution.trim() }),
      }),
    onSuccess: async ({ number, state }) => {
      celebrate(t(state === 'resolved' ? 'quick.recorded_solved' : 'quick.recorded', { number }));
      await client.invalidateQueries({ queryKey: keys.type('incident') });
      await navigate({ to: paths.record('incidents', number) });
    },
  });
  const { byField, rest } = fieldErrors(record.error, known);
  const general =
    record.isError && (rest.join(' ') || (Object.keys(byField).length === 0 ? problem(record.error) : ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  const pick = (key: keyof Chosen) => (
    <ReferencePicker
      to={[types[key]]}
      label={labels.field('incident', key)}
      required
      value={chosen[key]}
      error={byField[key]}
      onChange={(id) => setChosen((before) => ({ ...before, [key]: id }))}
    />
  );
  return (
    <Stack p="md" gap="sm" maw={760}>
      <div>
        <Title order={1} size="h3">
          {t('quick.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('quick.hint')}{' '}
          <Anchor
            underline="always"
            size="sm"
            renderRoot={(p) => <Link {...p} to={paths.create('incidents')} />}
          >
            {t('quick.whole')}
          </Anchor>
        </Text>
      </div>
      <Paper p="md">
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {general && (
              <Alert color="red" role="alert">
                {general}
              </Alert>
            )}
            <TextInput
              data-autofocus
              label={t('quick.what')}
              required
              maxLength={200}
              value={title}
              error={byField['title']}
              onChange={(e) => setTitle(e.currentTarget.value)}
            />
            {pick('requesterId')}
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              {pick('serviceId')}
              {pick('categoryId')}
            </SimpleGrid>
            <Radio.Group
              label={t('quick.severity')}
              required
              value={severity}
              onChange={(value) => setSeverity(value)}
            >
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} mt={6}>
                {severityNames.map((name) => (
                  <Radio key={name} value={name} label={t(`quick.severities.${name}`)} />
                ))}
              </SimpleGrid>
            </Radio.Group>
            <Textarea
              label={t('quick.resolution')}
              description={t('quick.resolution_hint')}
              autosize
              minRows={3}
              value={resolution}
              error={byField['resolution']}
              onChange={(e) => setResolution(e.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={record.isPending}>
                {t('quick.record')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Stack>
  );
}

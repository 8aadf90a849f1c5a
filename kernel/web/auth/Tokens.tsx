import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  MultiSelect,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState } from '../../../platform/ui/States.tsx';
import { useMeta } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

type Token = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
};
const days = ['30', '90', '365'] as const;
const key = ['tokens'] as const;

/** Keys for programs that act in one's name. */
export function Tokens() {
  const t = useT();
  const format = useFormat();
  const complain = useComplain();
  const client = useQueryClient();
  const tokens = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: readonly Token[] }>('/tokens', signal),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(`/tokens/${id}`),
    onError: complain,
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const items = tokens.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('tokens.title')}>
      <Title order={2} size="h5" mb="xs">
        {t('tokens.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('tokens.hint')}
      </Text>
      {tokens.isError && <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />}
      {items.length > 0 && (
        <Table mb="sm" aria-label={t('tokens.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('tokens.name')}</Table.Th>
              <Table.Th>{t('tokens.scopes')}</Table.Th>
              <Table.Th>{t('tokens.expires')}</Table.Th>
              <Table.Th>{t('tokens.last_used')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td>{token.name}</Table.Td>
                <Table.Td>
                  <Text size="xs">{token.scopes.join(', ')}</Text>
                </Table.Td>
                <Table.Td>
                  {token.expiresAt === null ? t('tokens.never') : format.date(token.expiresAt)}
                </Table.Td>
                <Table.Td>{token.lastUsedAt === null ? '—' : format.ago(token.lastUsedAt)}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-xs"
                    variant="light"
                    color="red"
                    aria-label={t('tokens.revoke_named', { name: token.name })}
                    onClick={() => revoke.mutate(token.id)}
                  >
                    {t('tokens.revoke')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <NewToken />
    </Paper>
  );
}

function NewToken() {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const { types } = useMeta();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [lasts, setLasts] = useState<string | null>('90');
  const create = useMutation({
    mutationFn: () => {
      const expiresAt =
        lasts === null ? {} : { expiresAt: new Date(Date.now() + Number(lasts) * 86_400_000).toISOString() };
      return api.post<{ token: string }>('/tokens', { name, scopes, ...expiresAt });
    },
    onSuccess: () => {
      setName('');
      setScopes([]);
      return client.invalidateQueries({ queryKey: key });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const { byField, rest } = fieldErrors(create.error, ['name', 'scopes', 'expiresAt']);
  const general =
    create.error && Object.keys(byField).length === 0 ? (rest[0] ?? words(create.error)) : undefined;
  const choices = [
    { value: '*:read', label: t('tokens.all_read') },
    { value: '*:write', label: t('tokens.all_write') },
    ...types.flatMap(({ type, plural }) => [
      { value: `${plural}:read`, label: t('tokens.read', { what: labels.plural(type) }) },
      { value: `${plural}:write`, label: t('tokens.write', { what: labels.plural(type) }) },
    ]),
  ];
  return (
    <Stack>
      {create.data && (
        <Alert color="teal" title={t('tokens.once')} role="status">
          <Group gap="xs">
            <Code>{create.data.token}</Code>
            <CopyButton value={create.data.token}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="default" onClick={copy}>
                  {copied ? t('ui.copied') : t('ui.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      )}
      <form onSubmit={submit} noValidate>
        <Group align="flex-start">
          <TextInput
            w={200}
            label={t('tokens.name')}
            value={name}
            error={byField['name'] ?? general}
            onChange={(e) => setName(e.currentTarget.value)}
          />
          <MultiSelect
            w={300}
            label={t('tokens.scopes')}
            data={choices}
            searchable
            value={scopes}
            error={byField['scopes']}
            onChange={setScopes}
          />
          <Select
            w={130}
            label={t('tokens.expires')}
            clearable
            placeholder={t('tokens.never')}
            data={days.map((d) => ({ value: d, label: t('tokens.days', { days: d }) }))}
            value={lasts}
            error={byField['expiresAt']}
            onChange={setLasts}
          />
          <Button
            type="submit"
            size="sm"
            mt={23}
            loading={create.isPending}
            disabled={name === '' || scopes.length === 0}
          >
            {t('tokens.create')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

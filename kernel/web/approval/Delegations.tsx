import { Alert, Badge, Box, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useState, type FormEvent } from 'react';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { fieldErrors, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { DayInput } from '../field/DateInputs.tsx';
import { useT } from '../words.ts';
import { delegationsQuery, deputies, useDelegate, useEndDelegation, type Delegation } from './delegations.ts';

/** Who decides while one is away, and for whom one decides oneself. */
export function Delegations() {
  const t = useT();
  const complain = useComplain();
  const found = useQuery(delegationsQuery);
  const end = useEndDelegation(complain);
  const { items = [], standsInFor = [] } = found.data ?? {};
  return (
    <Paper p="md" component="section" aria-label={t('delegations.title')}>
      <Title order={2} size="h5" mb="xs">
        {t('delegations.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('delegations.hint')}
      </Text>
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      <Stack gap={6} mb="sm">
        {items.map((item) => (
          <Group key={item.id} gap="sm">
            <Line item={item} text={t('delegations.mine', { name: item.deputy.name })} />
            <Button
              size="compact-xs"
              variant="light"
              color="red"
              loading={end.isPending && end.variables === item.id}
              aria-label={t('delegations.end_named', { name: item.deputy.name })}
              onClick={() => end.mutate(item.id)}
            >
              {t('delegations.end')}
            </Button>
          </Group>
        ))}
        {standsInFor.map((item) => (
          <Line key={item.id} item={item} text={t('delegations.theirs', { name: item.person.name })} />
        ))}
      </Stack>
      <NewDelegation />
    </Paper>
  );
}

function Line({ item, text }: { item: Delegation; text: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <Group gap="sm">
      <Text size="sm">
        {text}{' '}
        <Text span size="sm" c="dimmed">
          {item.from === item.to
            ? format.day(item.from)
            : `${format.day(item.from)} – ${format.day(item.to)}`}
        </Text>
      </Text>
      {item.active && (
        <Badge size="sm" variant="light" color="teal">
          {t('delegations.active')}
        </Badge>
      )}
    </Group>
  );
}

function NewDelegation() {
  const t = useT();
  const words = useProblemWords();
  const zone = useContext(ZoneContext);
  const [deputyId, setDeputy] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [from, setFrom] = useState(() => today(zone));
  const [to, setTo] = useState('');
  const [q] = useDebouncedValue(search.trim(), 200);
  const people = useQuery({
    queryKey: ['deputies', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => deputies(q, signal),
  });
  const make = useDelegate();
  const { byField } = fieldErrors(make.error, ['deputyId', 'from', 'to']);
  const general = make.error && Object.keys(byField).length === 0 ? words(make.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const emptied = () => {
      setDeputy(null);
      setSearch('');
      setTo('');
    };
    make.mutate({ deputyId, from, to }, { onSuccess: emptied });
  };
  const standsIn = make.data?.standsInFor ?? [];
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start">
        <Select
          w={220}
          required
          label={t('delegations.deputy')}
          searchable
          clearable
          data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          // The server has searched; what it found is shown as it is.
          filter={({ options }) => options}
          value={deputyId}
          searchValue={search}
          onSearchChange={setSearch}
          onChange={setDeputy}
          nothingFoundMessage={t('ui.nothing_found')}
          error={byField['deputyId']}
        />
        <Box w={160}>
          <DayInput
            required
            label={t('delegations.from')}
            value={from}
            error={byField['from']}
            onChange={(next) => setFrom(next ?? '')}
          />
        </Box>
        <Box w={160}>
          <DayInput
            required
            label={t('delegations.to')}
            value={to}
            error={byField['to']}
            onChange={(next) => setTo(next ?? '')}
          />
        </Box>
        <Button
          type="submit"
          size="sm"
          mt={23}
          disabled={deputyId === null || from === '' || to === ''}
          loading={make.isPending}
        >
          {t('delegations.add')}
        </Button>
      </Group>
      {general !== undefined && (
        <Text size="sm" c="red" mt="xs" role="alert">
          {general}
        </Text>
      )}
      {standsIn.length > 0 && (
        <Alert color="orange" mt="xs" role="status">
          {t('delegations.stands_in', { names: standsIn.map((p) => p.name).join(', ') })}
        </Alert>
      )}
    </form>
  );
}

import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Progress,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { value, type Refs, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useMyCounts, useT, type Line } from './asset.web.ts';
import { CountedLine } from './CountedLine.tsx';
import { Scanner } from './Scanner.tsx';
import { useLineWords } from './line-words.ts';

/** Counting on a phone: where I am, one label after the other, and what became of each at once. */
export default function CountPage() {
  const { number = '' } = useParams({ strict: false });
  const take = useQuery(recordQuery(useMetaType('stock-take'), number));
  if (take.isError) return <ErrorState error={take.error} retry={() => void take.refetch()} />;
  if (take.isPending) return <Loading minHeight={320} />;
  return <Counting take={take.data} />;
}

const countOf = (take: Whole, key: string) => Number(value(take, key) ?? 0);

function Counting({ take }: { take: Whole }) {
  const t = useT();
  const words = useProblemWords();
  const { color, result } = useLineWords();
  const client = useQueryClient();
  const [place, setPlace] = useLocalStorage({ key: `servanda.stock-take.${take.number}.place`, defaultValue: '' });
  const [typed, setTyped] = useState('');
  const mine = useMyCounts(take.number).data;
  const count = useMutation({
    mutationFn: (code: string) =>
      api.post<{ line: Line; refs: Refs }>(`${endpoints.record('stock-takes', take.number)}/counts`, {
        code,
        ...(place.trim() === '' ? {} : { location: place.trim() }),
      }),
    onSuccess: () => {
      setTyped('');
      return client.invalidateQueries({ queryKey: keys.record('stock-take', take.number) });
    },
  });
  const expected = countOf(take, 'expectedCount');
  const seen = countOf(take, 'foundCount') + countOf(take, 'elsewhereCount');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') count.mutate(typed.trim());
  };
  const last = count.data;
  return (
    <Stack gap="sm" p="sm" maw={560} mx="auto">
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.record('stock-takes', take.number)} />}>
          {t('asset_pages.back')}
        </Anchor>
        <Title order={1} size="h4">
          {take.title}
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {t('asset_pages.remaining', { count: Math.max(0, expected - seen), total: expected })}
        </Text>
        <Progress value={expected === 0 ? 0 : (seen / expected) * 100} mt={6} aria-label={t('asset_pages.progress')} />
      </div>
      {take.can['count']?.ok === true ? (
        <>
          <TextInput
            label={t('asset_pages.place')}
            description={t('asset_pages.place_hint')}
            size="md"
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <Scanner onCode={(code) => count.mutate(code)} />
          <form onSubmit={submit}>
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TextInput
                label={t('asset_pages.type_tag')}
                size="md"
                autoCapitalize="characters"
                autoComplete="off"
                maxLength={300}
                style={{ flex: 1 }}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <Button type="submit" size="md" loading={count.isPending}>
                {t('asset_pages.counted')}
              </Button>
            </Group>
          </form>
        </>
      ) : (
        <Alert color="orange">{take.can['count']?.words ?? t('asset_pages.not_counting')}</Alert>
      )}
      <div aria-live="assertive">
        {count.isError && (
          <Alert color="red" role="alert">
            {words(count.error)}
          </Alert>
        )}
        {last && !count.isPending && !count.isError && (
          <Paper p="md" bg={`var(--mantine-color-${color(last.line.result)}-light)`}>
            <Badge size="lg" variant="filled" color={color(last.line.result)} mb={6}>
              {result(last.line.result)}
            </Badge>
            <CountedLine line={last.line} refs={last.refs} />
          </Paper>
        )}
      </div>
      {mine && mine.items.length > 0 && (
        <Paper p="md" component="section" aria-label={t('asset_pages.last')}>
          <Title order={2} size="h5" mb="xs">
            {t('asset_pages.last')}
          </Title>
          <Stack gap={8}>
            {mine.items.map((line) => (
              <Group key={line.id} justify="space-between" wrap="nowrap" gap="xs">
                <CountedLine line={line} refs={mine.refs} />
                <Badge color={color(line.result)} style={{ flexShrink: 0 }}>
                  {result(line.result)}
                </Badge>
              </Group>
            ))}
          </Stack>
        </Paper>
      )}
    </Stack>
  );
} // prettier-ignore

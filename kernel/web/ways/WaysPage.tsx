import {
  Alert,
  Badge,
  Group,
  Paper,
  Progress,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Kind } from '../../ways/ways.ts';
import { useMe, useMeta } from '../queries.ts';
import { todayIn } from '../time/time.ts';
import { useLabels } from '../words.ts';
import { KindWays } from './KindWays.tsx';
import { useWays, useWaysT, type Answer } from './ways.web.ts';

/** Fewer say nothing about a habit. */
const fewest = 5;
const usualType = 'incident';

/** 8.1: whether the same thing is handled the same way. The address holds what is asked. */
export default function WaysPage() {
  const t = useWaysT();
  const labels = useLabels();
  const me = useMe();
  const navigate = useNavigate();
  const search: Query = useSearch({ strict: false });
  const types = useMeta().types.filter((type) => type.visible !== false && type.states.length > 2 && type.practice !== 'directory');
  const today = todayIn(me.person.zone);
  const type = types.find((one) => one.type === search['type']) ?? types.find((one) => one.type === usualType) ?? types[0];
  const asked = { type: type?.type ?? usualType, by: search['by'] ?? '', from: search['from'] ?? `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, to: search['to'] ?? today };
  const found = useWays(asked);
  const set = (patch: Query, without: readonly string[] = []) =>
    void navigate({ to: '.', replace: true, search: (before: Query) => ({ ...Object.fromEntries(Object.entries(before).filter(([key]) => !without.includes(key))), ...patch }) });
  useEffect(() => {
    document.title = `${t('ways.title')} · Servanda`;
  }, [t]);
  const chosen = found.data?.kinds.find(({ value }) => (value ?? '') === (search['value'] ?? found.data.kinds[0]?.value ?? ''));
  return (
    <Stack p="md" gap="sm" maw={1280}>
      <div>
        <Title order={1} size="h3">{t('ways.title')}</Title>
        <Text size="sm" c="dimmed">{t('ways.hint')}</Text>
      </div>
      <Group align="flex-end" gap="sm">
        <Select size="xs" w={200} searchable allowDeselect={false} label={t('ways.type')} value={asked.type} data={types.map((one) => ({ value: one.type, label: labels.plural(one.type) }))} onChange={(next) => next !== null && set({ type: next }, ['by', 'value'])} />
        <Select size="xs" w={180} allowDeselect={false} label={t('ways.by')} value={found.data?.by ?? null} data={(found.data?.choices ?? []).map((key) => ({ value: key, label: labels.field(asked.type, key) }))} onChange={(next) => next !== null && set({ by: next }, ['value'])} />
        {(['from', 'to'] as const).map((side) => (
          <TextInput key={side} size="xs" type="date" label={t(`ways.${side}`)} value={asked[side]} onChange={(e) => e.currentTarget.value !== '' && set({ [side]: e.currentTarget.value })} />
        ))}
      </Group>
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} />
        : found.isPending ? <Loading minHeight={320} />
        : found.data.kinds.length === 0 ? <Empty title={t('ways.nothing')} />
        : (
          <>
            {found.data.capped && <Alert color="orange">{t('ways.capped', { n: found.data.n })}</Alert>}
            <Kinds found={found.data} chosen={chosen} onChoose={(kind) => set({ value: kind.value ?? '' })} />
            {chosen && type && <KindWays meta={type} kind={chosen} name={nameOf(found.data, chosen, labels, t('ways.none'))} />}
          </>
        )}
    </Stack>
  );
} // prettier-ignore

function nameOf({ type, by, refs }: Answer, { value }: Kind, labels: ReturnType<typeof useLabels>, none: string) {
  if (value === null) return none;
  const ref = refs[value];
  return ref ? ref.title : labels.option(type, by, value);
} // prettier-ignore

function Kinds(props: {
  readonly found: Answer;
  readonly chosen: Kind | undefined;
  readonly onChoose: (kind: Kind) => void;
}) {
  const { found, chosen, onChoose } = props;
  const t = useWaysT();
  const labels = useLabels();
  const format = useFormat();
  return (
    <Paper p="sm">
      <Table.ScrollContainer minWidth={560} mah={380}>
        <Table verticalSpacing={5} highlightOnHover aria-label={t('ways.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{labels.field(found.type, found.by)}</Table.Th>
              <Table.Th ta="end">{t('ways.n')}</Table.Th>
              <Table.Th ta="end">{t('ways.ways')}</Table.Th>
              <Table.Th w={260}>{t('ways.alike')}</Table.Th>
              <Table.Th ta="end">{t('ways.median')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.kinds.map((kind) => {
              const share = kind.alike / kind.n;
              const much = kind.n >= fewest && share < 0.5;
              return (
                <Table.Tr key={kind.value ?? ''} {...(kind === chosen ? { bg: 'var(--mantine-primary-color-light)' } : {})}>
                  <Table.Td>
                    <UnstyledButton onClick={() => onChoose(kind)} aria-pressed={kind === chosen}>
                      <Text size="sm" fw={kind === chosen ? 600 : 450}>{nameOf(found, kind, labels, t('ways.none'))}</Text>
                    </UnstyledButton>
                    {much && <Badge ml="xs" size="sm" color="orange" variant="light" tt="none">{t('ways.differs')}</Badge>}
                  </Table.Td>
                  <Table.Td ta="end">{format.number(kind.n)}</Table.Td>
                  <Table.Td ta="end">{format.number(kind.ways.length + kind.more)}</Table.Td>
                  <Table.Td>
                    <Group gap="xs" wrap="nowrap">
                      <Progress value={share * 100} color={much ? 'orange' : 'teal'} style={{ flex: 1 }} aria-hidden />
                      <Text size="sm" w={56} ta="end">{format.percent(share)}</Text>
                    </Group>
                  </Table.Td>
                  <Table.Td ta="end">{format.duration(kind.ways[0]?.medianMs ?? 0)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
} // prettier-ignore

import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLabels } from '../words.ts';
import { percent, useProposalT } from './proposals.ts';

type Target = {
  readonly target: string;
  readonly learntAt: string;
  readonly records: number;
  readonly tested: number;
  readonly top1: number;
  readonly top3: number;
  readonly baseline: number;
  readonly offered: boolean;
  readonly inUse: {
    readonly shown: number;
    readonly taken: number;
    readonly ended: number;
    readonly right: number;
  };
};
type Learnt = {
  readonly type: string;
  readonly askedAt: string | null;
  readonly learntAt: string | null;
  readonly targets: readonly Target[];
};
type Models = { readonly items: readonly Learnt[]; readonly mayLearn: boolean };

const key = ['proposal-models'];
const isWaiting = ({ askedAt, learntAt }: Learnt) =>
  askedAt !== null && (learntAt === null || Date.parse(askedAt) > Date.parse(learntAt));

/** What the software has learnt, and how good it is at it. */
export default function ProposalModels() {
  const t = useProposalT();
  const models = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Models>('/proposal-models', signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isWaiting) === true ? 3000 : false),
  });
  useEffect(() => {
    document.title = `${t('proposal_models.title')} · Servanda`;
  }, [t]);
  return (
    <Stack p="md" gap="sm">
      <Title order={1} size="h3">
        {t('proposal_models.title')}
      </Title>
      <Text size="sm" c="dimmed" maw={860}>
        {t('proposal_models.hint')}
      </Text>
      {models.isError && <ErrorState error={models.error} retry={() => void models.refetch()} />}
      {models.isPending && <Loading minHeight={240} />}
      {models.data?.items.map((learnt) => (
        <OneType key={learnt.type} learnt={learnt} mayLearn={models.data.mayLearn} />
      ))}
    </Stack>
  );
}

function OneType({ learnt, mayLearn }: { learnt: Learnt; mayLearn: boolean }) {
  const t = useProposalT();
  const labels = useLabels();
  const complain = useComplain();
  const client = useQueryClient();
  const waiting = isWaiting(learnt);
  const learn = useMutation({
    mutationFn: () => api.post(`/proposal-models/${learnt.type}/learn`, {}),
    onError: complain,
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const name = labels.plural(learnt.type);
  return (
    <Paper p="md" component="section" aria-label={name}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {name}
        </Title>
        <Group gap="xs">
          {waiting && (
            <Text size="xs" c="dimmed" role="status">
              {t('proposal_models.asked')}
            </Text>
          )}
          {mayLearn && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={15} aria-hidden />}
              loading={learn.isPending}
              disabled={waiting}
              onClick={() => learn.mutate()}
            >
              {t(waiting ? 'proposal_models.learning' : 'proposal_models.learn')}
            </Button>
          )}
        </Group>
      </Group>
      {learnt.targets.length === 0 ? (
        <Empty title={t('proposal_models.none')}>
          <Text size="sm" c="dimmed" ta="center">
            {t('proposal_models.none_hint')}
          </Text>
        </Empty>
      ) : (
        <Figures learnt={learnt} />
      )}
    </Paper>
  );
}

function Figures({ learnt }: { learnt: Learnt }) {
  const t = useProposalT();
  const labels = useLabels();
  const format = useFormat();
  const share = (hits: number, of: number) => `${percent(hits / of)} %`;
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('proposal_models.field')}</Table.Th>
            <Table.Th ta="right">{t('proposal_models.accuracy')}</Table.Th>
            <Table.Th ta="right">{t('proposal_models.top3')}</Table.Th>
            <Table.Th ta="right">{t('proposal_models.baseline')}</Table.Th>
            <Table.Th ta="right">{t('proposal_models.n')}</Table.Th>
            <Table.Th ta="right">{t('proposal_models.records')}</Table.Th>
            <Table.Th>{t('proposal_models.learnt')}</Table.Th>
            <Table.Th>{t('proposal_models.in_use')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {learnt.targets.map((one) => (
            <Table.Tr key={one.target}>
              <Table.Td>
                <Text size="sm" fw={600}>
                  {labels.field(learnt.type, one.target)}
                </Text>
                <Badge size="sm" color={one.offered ? 'teal' : 'gray'}>
                  {t(one.offered ? 'proposal_models.offered' : 'proposal_models.not_offered')}
                </Badge>
              </Table.Td>
              <Table.Td ta="right" fw={600}>
                {share(one.top1, one.tested)}
              </Table.Td>
              <Table.Td ta="right">{share(one.top3, one.tested)}</Table.Td>
              <Table.Td ta="right">{share(one.baseline, one.tested)}</Table.Td>
              <Table.Td ta="right">{format.number(one.tested)}</Table.Td>
              <Table.Td ta="right">{format.number(one.records)}</Table.Td>
              <Table.Td title={format.full(one.learntAt)}>{format.ago(one.learntAt)}</Table.Td>
              <Table.Td>
                <InUse {...one.inUse} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function InUse({ shown, taken, ended, right }: Target['inUse']) {
  const t = useProposalT();
  if (shown === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('proposal_models.in_use_none')}
      </Text>
    );
  return (
    <>
      <Text size="sm">{t('proposal_models.in_use_figures', { shown, taken })}</Text>
      {ended > 0 && (
        <Text size="xs" c="dimmed">
          {t('proposal_models.in_use_right', { ended, right })}
        </Text>
      )}
    </>
  );
}

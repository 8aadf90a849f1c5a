import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconDownload, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { asText } from '../../record/text.ts';
import { paths } from '../paths.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { jobQuery, stateColor, type Job } from './jobs.ts';
import { MappingTable } from './MappingTable.tsx';

const Report = lazy(() => import('./Report.tsx'));

export default function ImportPage() {
  const { id = '' } = useParams({ strict: false });
  const job = useQuery(jobQuery(id));
  if (job.isPending) return <Loading minHeight={320} />;
  if (job.isError) return <ErrorState error={job.error} retry={() => void job.refetch()} />;
  return <Shown job={job.data} />;
}

/** A warning's sample names the row, the column or the record that it was first found in. */
const sampleText = (sample: unknown): string =>
  typeof sample === 'object' && sample !== null
    ? Object.entries(sample)
        .filter(([, part]) => part !== null && part !== '')
        .map(([, part]) => asText(part))
        .join(' · ')
    : asText(sample);

const counts = ['created', 'updated', 'unchanged', 'rejected'] as const;

function Shown({ job }: { job: Job }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const words = useProblemWords();
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (verb: 'dry-run' | 'start' | 'stop') => api.post(`/imports/${job.id}/${verb}`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
  const before = useRef(job.state);
  useEffect(() => {
    if (before.current === 'running' && job.state !== 'running') {
      void client.invalidateQueries({ queryKey: keys.type(job.type) });
      void client.invalidateQueries({ queryKey: keys.figures });
    }
    before.current = job.state;
  }, [job.state, job.type, client]);
  const begun = job.state === 'running' || job.state === 'done' || job.rowsDone > 0;
  const editable = job.state === 'uploaded' || job.state === 'checked';
  return (
    <Stack p="md" gap="sm" maw={1200}>
      <Group gap={8}>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.imports} />}>
          {t('imports.back')}
        </Anchor>
        <Text size="xs" c="dimmed">
          /
        </Text>
        <Badge color={stateColor[job.state]}>{t(`imports.state_${job.state}`)}</Badge>
      </Group>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {job.fileName} → {labels.plural(job.type)}
        </Title>
        <Group gap={6}>
          {editable && (
            <Button
              variant="default"
              loading={step.isPending && step.variables === 'dry-run'}
              onClick={() => step.mutate('dry-run')}
            >
              {t('imports.dry_run')}
            </Button>
          )}
          {(editable || job.state === 'stopped' || job.state === 'failed') && (
            <Button
              leftSection={<IconPlayerPlay size={15} aria-hidden />}
              loading={step.isPending && step.variables === 'start'}
              onClick={() => step.mutate('start')}
            >
              {editable ? t('imports.start') : t('imports.resume')}
            </Button>
          )}
          {job.state === 'running' && (
            <Button
              color="red"
              variant="light"
              leftSection={<IconPlayerStop size={15} aria-hidden />}
              loading={step.isPending}
              onClick={() => step.mutate('stop')}
            >
              {t('imports.stop')}
            </Button>
          )}
        </Group>
      </Group>
      {step.isError && (
        <Alert color="red" role="alert">
          {words(step.error)}
        </Alert>
      )}
      {typeof job.error === 'string' && job.error !== '' && (
        <Alert color="red" role="alert">
          {job.error}
        </Alert>
      )}
      {(begun || job.state === 'checked') && (
        <Paper p="md" component="section" aria-label={t('imports.progress')}>
          {!begun && (
            <Text size="sm" c="dimmed" mb="xs">
              {t('imports.would_be')}
            </Text>
          )}
          {begun && (
            <>
              <Progress
                size="lg"
                animated={job.state === 'running'}
                value={job.rowsTotal === 0 ? 0 : (job.rowsDone / job.rowsTotal) * 100}
                aria-label={t('imports.progress')}
              />
              <Text size="sm" c="dimmed" my={6} role="status">
                {t('imports.done_of', {
                  done: format.number(job.rowsDone),
                  total: format.number(job.rowsTotal),
                })}
              </Text>
            </>
          )}
          <SimpleGrid cols={{ base: 2, xs: 4 }}>
            {counts.map((count) => (
              <div key={count}>
                <Text size="xs" c="dimmed">
                  {t(`imports.${count}`)}
                </Text>
                <Text size="xl" fw={600}>
                  {format.number(job[count])}
                </Text>
              </div>
            ))}
          </SimpleGrid>
          <Group gap={6} mt="sm">
            {job.rejected > 0 && (
              <Button
                component="a"
                href={`/api/v1/imports/${job.id}/rejected.csv`}
                download
                variant="light"
                color="orange"
                leftSection={<IconDownload size={15} aria-hidden />}
              >
                {t('imports.rejected_rows')}
              </Button>
            )}
          </Group>
        </Paper>
      )}
      {job.problems !== undefined && job.problems.length > 0 && (
        <Problems type={job.type} problems={job.problems} rejected={job.rejected} />
      )}
      {job.warnings.length > 0 && (
        <Paper p="md" component="section" aria-label={t('imports.warnings')}>
          <Title order={2} size="h5" mb="xs">
            {t('imports.warnings')}
          </Title>
          <Table aria-label={t('imports.warnings')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.what_was_found')}</Table.Th>
                <Table.Th ta="right">{t('imports.how_often')}</Table.Th>
                <Table.Th>{t('imports.example')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {job.warnings.map(({ code, count, sample, message }) => (
                <Table.Tr key={code}>
                  <Table.Td>{message ?? labels.key(code)}</Table.Td>
                  <Table.Td ta="right">{format.number(count)}</Table.Td>
                  <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {sampleText(sample)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      {job.state === 'done' && typeof job.mapping?.importer === 'string' && (
        <Suspense fallback={<Loading />}>
          <Report id={job.id} />
        </Suspense>
      )}
      <MappingTable job={job} editable={editable} />
    </Stack>
  );
}

function Problems(props: {
  readonly type: string;
  readonly problems: NonNullable<Job['problems']>;
  readonly rejected: number;
}) {
  const { type, problems, rejected } = props;
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  /** The server names a field by its key. */
  const told = ({ message, reasons = [] }: (typeof problems)[number]) =>
    reasons.reduce(
      (text, { field }) =>
        field === '' ? text : text.replace(`${field}: `, `${labels.field(type, field)}: `),
      message,
    );
  return (
    <Paper p="md" component="section" aria-label={t('imports.problems')}>
      <Title order={2} size="h5">
        {t('imports.problems')}
      </Title>
      {rejected > problems.length && (
        <Text size="xs" c="dimmed">
          {t('imports.first_of', {
            shown: format.number(problems.length),
            total: format.number(rejected),
          })}
        </Text>
      )}
      <Table mt="xs" aria-label={t('imports.problems')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={90}>
              {t('imports.row')}
            </Table.Th>
            <Table.Th>{t('imports.why_rejected')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map((problem) => (
            <Table.Tr key={problem.row}>
              <Table.Td ta="right">{format.number(problem.row)}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{told(problem)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

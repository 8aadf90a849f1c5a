import {
  Alert,
  Anchor,
  Badge,
  Button,
  FileInput,
  Group,
  Paper,
  Progress,
  Select,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useMeta } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { jobsQuery, stateColor, type Job } from './jobs.ts';

export default function Imports() {
  const t = useT();
  const jobs = useQuery(jobsQuery);
  return (
    <Stack p="md" gap="sm" maw={1200}>
      <Title order={1} size="h3">
        {t('imports.title')}
      </Title>
      <Upload />
      {jobs.isPending && <Loading />}
      {jobs.isError && <ErrorState error={jobs.error} retry={() => void jobs.refetch()} />}
      {jobs.data?.items.length === 0 && <Empty title={t('imports.none')} />}
      {jobs.data && jobs.data.items.length > 0 && <Jobs jobs={jobs.data.items} />}
    </Stack>
  );
}

function Upload() {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const types = useMeta().types.filter((x) => x.create.allowed);
  const [type, setType] = useState<string | null>(
    types.find((x) => x.type === 'incident')?.type ?? types[0]?.type ?? null,
  );
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: () => {
      const form = new FormData();
      // The type first: the server reads the parts in their order.
      form.append('type', type ?? '');
      if (file) form.append('file', file);
      return api.post<Job>('/imports', form);
    },
    onSuccess: async (job) => {
      await client.invalidateQueries({ queryKey: ['imports'] });
      await navigate({ to: paths.import(job.id) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    upload.mutate();
  };
  const { byField, rest } = fieldErrors(upload.error, ['type', 'file']);
  return (
    <Paper p="md" component="section" aria-label={t('imports.new')}>
      <Title order={2} size="h5" mb="sm">
        {t('imports.new')}
      </Title>
      <form onSubmit={submit}>
        <Group align="flex-start">
          <Select
            w={220}
            label={t('imports.what')}
            data={types.map((x) => ({ value: x.type, label: labels.plural(x.type) }))}
            value={type}
            allowDeselect={false}
            error={byField['type']}
            onChange={setType}
          />
          <FileInput
            w={320}
            size="sm"
            label={t('imports.file')}
            accept=".csv,.tsv,.txt,.xlsx,.gz"
            value={file}
            error={byField['file']}
            onChange={setFile}
            clearable
            clearButtonProps={{ 'aria-label': t('ui.clear') }}
          />
          <Button
            type="submit"
            size="sm"
            mt={23}
            leftSection={<IconUpload size={15} aria-hidden />}
            disabled={!file || type === null}
            loading={upload.isPending}
          >
            {t('imports.upload')}
          </Button>
        </Group>
        {upload.isError && Object.keys(byField).length === 0 && (
          <Alert color="red" mt="sm" role="alert">
            {rest[0] ?? words(upload.error)}
          </Alert>
        )}
      </form>
    </Paper>
  );
}

function Jobs({ jobs }: { jobs: readonly Job[] }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  return (
    <Paper p={0} style={{ overflow: 'hidden' }}>
      <Table.ScrollContainer minWidth={820}>
        <Table aria-label={t('imports.title')} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.file_name')}</Table.Th>
              <Table.Th>{t('imports.what')}</Table.Th>
              <Table.Th>{t('imports.state')}</Table.Th>
              <Table.Th>{t('imports.progress')}</Table.Th>
              <Table.Th ta="right">{t('imports.created')}</Table.Th>
              <Table.Th ta="right">{t('imports.updated')}</Table.Th>
              <Table.Th ta="right">{t('imports.rejected')}</Table.Th>
              <Table.Th>{t('imports.started')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {jobs.map((job) => (
              <Table.Tr key={job.id}>
                <Table.Td>
                  <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.import(job.id)} />}>
                    {job.fileName}
                  </Anchor>
                </Table.Td>
                <Table.Td>{labels.plural(job.type)}</Table.Td>
                <Table.Td>
                  <Badge color={stateColor[job.state]} miw="max-content">
                    {t(`imports.state_${job.state}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Progress
                    value={job.rowsTotal === 0 ? 0 : (job.rowsDone / job.rowsTotal) * 100}
                    aria-label={t('imports.progress')}
                  />
                  <Text size="xs" c="dimmed">
                    {t('imports.done_of', {
                      done: format.number(job.rowsDone),
                      total: format.number(job.rowsTotal),
                    })}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{format.number(job.created)}</Table.Td>
                <Table.Td ta="right">{format.number(job.updated)}</Table.Td>
                <Table.Td ta="right">{format.number(job.rejected)}</Table.Td>
                <Table.Td>{job.startedAt === null ? '—' : format.dateTime(job.startedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

import {
  Alert,
  Anchor,
  Button,
  FileButton,
  Group,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { keys } from '../../../kernel/web/queries.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { isProblem } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import type { FileRead } from '../templates/from-file.ts';
import { losses } from '../../../platform/paper/lost.ts';
import { makeFromFile, readFiles, useT, type ReadFile } from './papers.web.ts';

/** Existing Word and Markdown files, read and shown before they become drafts. */
export default function BringIn() {
  const t = useT();
  const words = useProblemWords();
  const [items, setItems] = useState<readonly ReadFile[]>([]);
  const read = useMutation({
    mutationFn: (files: readonly File[]) => readFiles(files),
    onSuccess: ({ items: found }) => setItems((before) => [...before, ...found]),
  });
  useEffect(() => {
    document.title = `${t('paper_page.import')} · Servanda`;
  }, [t]);
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('paper_page.import')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('paper_page.import_hint')}
          </Text>
        </div>
        <FileButton multiple accept=".docx,.md,.markdown,.txt" onChange={(files) => files.length > 0 && read.mutate(files)}>
          {(p) => (
            <Button {...p} leftSection={<IconFileImport size={16} aria-hidden />} loading={read.isPending}>
              {t('paper_page.pick')}
            </Button>
          )}
        </FileButton>
      </Group>
      {read.isPending && <Text role="status">{t('paper_page.reading')}</Text>}
      {read.isError && <Alert color="red">{words(read.error)}</Alert>}
      {items.map((item, i) =>
        'refused' in item ? (
          <Alert key={`${item.file}${String(i)}`} color="red" title={`${t('paper_page.refused')}: ${item.file}`}>
            {item.refused}
          </Alert>
        ) : (
          <OneFile key={`${item.file}${String(i)}`} read={item} />
        ),
      )}
    </Stack>
  );
} // prettier-ignore

function OneFile({ read }: { read: FileRead }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [file, setFile] = useState(read);
  const make = useMutation({
    mutationFn: () => makeFromFile(file),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.lists('document') }),
  });
  const fault = isProblem(make.error) ? make.error.errors.find(({ field }) => field === 'code')?.message : undefined;
  const lost = losses.flatMap((what) => {
    const count = file.lost[what];
    return count === undefined ? [] : [t(`paper.lost.${what}`, { count })];
  });
  return (
    <Paper p="md" component="section" aria-label={file.file}>
      <Text size="xs" c="dimmed" mb={4}>
        {file.file}
      </Text>
      <Group align="flex-start" gap="sm">
        <TextInput w={230} label={t('paper_page.code')} value={file.code} error={fault ?? (file.taken !== null && file.code === read.code ? t('paper_page.taken', { number: file.taken }) : undefined)}
          onChange={(e) => setFile({ ...file, code: e.currentTarget.value })} />
        <TextInput flex={1} miw={220} label={t('paper_page.title')} value={file.title} onChange={(e) => setFile({ ...file, title: e.currentTarget.value })} />
        <NumberInput w={80} min={1} max={4} label={t('paper_page.level_field')} value={file.level} onChange={(level) => typeof level === 'number' && setFile({ ...file, level })} />
        <div style={{ paddingTop: 24 }}>
          {make.data ? (
            <Anchor renderRoot={(p) => <Link {...p} to={paths.record('documents', make.data.number)} />}>{t('paper_page.open', { number: make.data.number })}</Anchor>
          ) : (
            <Button loading={make.isPending} onClick={() => make.mutate()}>{t('paper_page.make_draft')}</Button>
          )}
        </div>
      </Group>
      {make.isError && fault === undefined && <Alert color="red" mt="xs">{words(make.error)}</Alert>}
      {lost.length > 0 && <Alert color="yellow" mt="xs" title={t('paper_page.lost')}>{lost.join('; ')}</Alert>}
      <details style={{ marginTop: 8 }}>
        <summary>{t('paper_page.preview')}</summary>
        <Markdown text={file.body.slice(0, 20_000)} imageUrl={() => ''} />
      </details>
    </Paper>
  );
} // prettier-ignore

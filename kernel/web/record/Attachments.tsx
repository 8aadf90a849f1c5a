import { Anchor, Badge, Button, Checkbox, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconPaperclip, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import type { FileEntry, MetaType } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys, useFiles, useLooksOn } from '../queries.ts';
import { useT } from '../words.ts';
import styles from './record.module.css';

export function Attachments({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  const format = useFormat();
  const complain = useComplain();
  const client = useQueryClient();
  const files = useFiles(meta, number);
  const looksOn = useLooksOn();
  const [over, setOver] = useState(false);
  const [inside, setInside] = useState(false);
  const path = `${endpoints.record(meta.plural, number)}/attachments`;
  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) {
        const form = new FormData();
        // Before the file: what follows it is not read any more.
        form.append('public', String(!inside));
        form.append('file', file);
        await api.post(path, form);
      }
    },
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: keys.record(meta.type, number) }),
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0 && !looksOn) upload.mutate([...event.dataTransfer.files]);
  };
  const items = files.data?.items ?? [];
  return (
    <Paper
      p="md"
      component="section"
      aria-label={t('files.title')}
      className={styles['drop'] ?? ''}
      data-over={over || undefined}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group justify="space-between" mb={items.length > 0 ? 'xs' : 0}>
        <Title order={2} size="h5">
          {t('files.title')}
        </Title>
        {!looksOn && (
          <>
            <Checkbox
              size="xs"
              ml="auto"
              mr="xs"
              label={t('files.internal_only')}
              checked={inside}
              onChange={(e) => setInside(e.currentTarget.checked)}
            />
            <FileButton multiple onChange={(chosen) => upload.mutate(chosen)}>
              {(props) => (
                <Button
                  {...props}
                  variant="subtle"
                  leftSection={<IconUpload size={14} aria-hidden />}
                  loading={upload.isPending}
                >
                  {t('files.add')}
                </Button>
              )}
            </FileButton>
          </>
        )}
      </Group>
      <Stack gap={6}>
        {items.map((file) => (
          <Group key={file.id} gap={8} wrap="nowrap">
            <IconPaperclip size={15} opacity={0.5} aria-hidden style={{ flexShrink: 0 }} />
            <div style={{ minWidth: 0 }}>
              <Anchor
                size="sm"
                href={`/api/v1${path}/${file.id}`}
                download={file.name}
                style={{ overflowWrap: 'anywhere' }}
              >
                {file.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {[
                  format.size(file.size),
                  byWhom(file),
                  format.dateTime(file.at),
                  file.carriedFrom && t('files.carried', { number: file.carriedFrom }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            {!file.public && (
              <Badge
                size="sm"
                color="yellow"
                ml="auto"
                leftSection={<IconLock size={11} aria-hidden />}
                style={{ flexShrink: 0 }}
              >
                {t('comment.internal')}
              </Badge>
            )}
          </Group>
        ))}
        {files.isSuccess && items.length === 0 && !looksOn && (
          <Text size="xs" c="dimmed">
            {t('files.empty')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

const byWhom = ({ by }: FileEntry) => (typeof by === 'object' ? (by?.name ?? '') : '');

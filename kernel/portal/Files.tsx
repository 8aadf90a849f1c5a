import { Alert } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useFormat } from '../../platform/ui/format.ts';
import { useProblemWords } from '../../platform/ui/problems.ts';
import { AddFiles } from './AddFiles.tsx';
import type { OwnRecord } from './queries.ts';
import { useSend } from './useSend.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** The files of a record; a phone's camera is one of the places they come from. */
export function Files({ record }: { record: OwnRecord }) {
  const t = usePortalWords();
  const format = useFormat();
  const words = useProblemWords();
  const send = useSend(record);
  if (record.attachments.length === 0 && !record.mayComment) return null;
  const add = async (files: readonly File[]) => {
    // One after the other: each is a request of its own, and a phone's connection is narrow.
    for (const file of files) {
      const body = new FormData();
      body.append('file', file);
      await send.mutateAsync({ path: 'attachments', body }).catch(() => undefined);
    }
  };
  return (
    <section className={styles['section']} aria-labelledby="files">
      <h2 id="files" className={styles['h2']}>
        {t('portal.files')}
      </h2>
      {send.error !== null && (
        <Alert color="red" role="alert" mb="sm">
          {words(send.error)}
        </Alert>
      )}
      {record.attachments.length > 0 && (
        <ul className={styles['files']}>
          {record.attachments.map((file) => (
            <li key={file.id}>
              <IconPaperclip size={18} aria-hidden />
              <a
                href={`/api/v1/${record.plural}/${encodeURIComponent(record.number)}/attachments/${file.id}`}
                download={file.name}
              >
                {file.name}
              </a>
              <span className={styles['quiet']}>{format.size(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      {record.mayComment && <AddFiles busy={send.isPending} onAdd={(files) => void add(files)} />}
    </section>
  );
}

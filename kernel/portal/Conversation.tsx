import { Alert, Button, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Linked } from '../../platform/ui/Linked.tsx';
import { useFormat } from '../../platform/ui/format.ts';
import { useProblemWords } from '../../platform/ui/problems.ts';
import { useMe, type OwnRecord } from './queries.ts';
import { useSend } from './useSend.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** What was said in public, oldest first, and my answer. */
export function Conversation({ record }: { record: OwnRecord }) {
  const t = usePortalWords();
  const me = useMe();
  const format = useFormat();
  return (
    <section className={styles['section']} aria-labelledby="conversation">
      <h2 id="conversation" className={styles['h2']}>
        {t('portal.conversation')}
      </h2>
      {record.comments.length === 0 ? (
        <p className={styles['calm']}>{t('portal.no_words_yet')}</p>
      ) : (
        <ol className={styles['talk']}>
          {record.comments.map((comment) => {
            const mine = comment.author?.id === me.person.id;
            return (
              <li key={comment.id} data-mine={mine || undefined}>
                <span className={styles['quiet']}>
                  {mine ? t('portal.you') : (comment.author?.name ?? t('portal.service_desk'))} ·{' '}
                  {format.short(comment.at)}
                </span>
                <p>
                  <Linked text={comment.body} />
                </p>
              </li>
            );
          })}
        </ol>
      )}
      {record.mayComment && <Answer record={record} />}
    </section>
  );
}

function Answer({ record }: { record: OwnRecord }) {
  const t = usePortalWords();
  const words = useProblemWords();
  const [said, setSaid] = useState('');
  const send = useSend(record, () => setSaid(''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.trim() !== '') send.mutate({ path: 'comments', body: { body: said.trim(), public: true } });
  };
  return (
    <form onSubmit={submit} className={styles['answer']}>
      {send.error !== null && (
        <Alert color="red" role="alert">
          {words(send.error)}
        </Alert>
      )}
      <Textarea
        label={t('portal.answer')}
        description={t('portal.answer_hint')}
        value={said}
        onChange={(e) => setSaid(e.currentTarget.value)}
      />
      <Button
        type="submit"
        leftSection={<IconSend size={18} aria-hidden />}
        disabled={said.trim() === ''}
        loading={send.isPending}
      >
        {t('portal.send')}
      </Button>
    </form>
  );
}

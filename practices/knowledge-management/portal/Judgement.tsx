import { Alert, Button, Textarea } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import page from '../../../kernel/portal/portal.module.css';
import { judge, readQuery, useT, type Read } from './knowledge.portal.ts';
import styles from './knowledge.module.css';

/** One press says whether it helped; words are welcome and never asked for. */
export function Judgement({ article }: { article: Read }) {
  const t = useT();
  const problem = useProblemWords();
  const client = useQueryClient();
  const { mine } = article;
  const [helpful, setHelpful] = useState<boolean | undefined>(mine?.helpful);
  const [remark, setRemark] = useState('');
  const [sent, setSent] = useState(false);
  const send = useMutation({
    mutationFn: (said: { helpful: boolean; remark?: string }) => judge(article.number, said),
    onSuccess: () => client.invalidateQueries(readQuery(article.number)),
  });
  const press = (next: boolean) => {
    setHelpful(next);
    setSent(false);
    send.mutate({ helpful: next });
  };
  return (
    <section className={`${page['section']} ${styles['judge']}`} aria-labelledby="helped">
      {mine?.answer && (
        <div className={page['card']}>
          <p className={page['quiet']}>{t('knowledge_portal.answer')}</p>
          {mine.remark !== null && <p className={styles['quote']}>{mine.remark}</p>}
          <p style={{ whiteSpace: 'pre-wrap' }}>{mine.answer}</p>
        </div>
      )}
      <h2 id="helped" className={page['h2']}>
        {t('knowledge_portal.helpful')}
      </h2>
      <div className={styles['thumbs']}>
        {([true, false] as const).map((yes) => (
          <Button
            key={String(yes)}
            size="md"
            variant={helpful === yes ? 'filled' : 'default'}
            aria-pressed={helpful === yes}
            loading={send.isPending && helpful === yes}
            leftSection={
              yes ? <IconThumbUp size={20} aria-hidden /> : <IconThumbDown size={20} aria-hidden />
            }
            onClick={() => press(yes)}
          >
            {t(yes ? 'knowledge_portal.yes' : 'knowledge_portal.no')}
          </Button>
        ))}
      </div>
      {send.isError && (
        <Alert color="red" role="alert">
          {problem(send.error)}
        </Alert>
      )}
      {send.isSuccess && (
        <p role="status">{t(sent ? 'knowledge_portal.thanks_words' : 'knowledge_portal.thanks')}</p>
      )}
      {helpful !== undefined && send.isSuccess && !sent && (
        <>
          <Textarea
            label={t(helpful ? 'knowledge_portal.remark_yes' : 'knowledge_portal.remark_no')}
            maxLength={2000}
            value={remark}
            onChange={(e) => setRemark(e.currentTarget.value)}
          />
          <Button
            size="md"
            disabled={remark.trim() === ''}
            onClick={() =>
              send.mutate({ helpful, remark: remark.trim() }, { onSuccess: () => setSent(true) })
            }
          >
            {t('knowledge_portal.send')}
          </Button>
        </>
      )}
    </section>
  );
}

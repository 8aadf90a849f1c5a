import { Alert, Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type en from './i18n/en.ts';
import styles from './rate.module.css';

type Question = {
  readonly number: string;
  readonly question: string;
  readonly aboutNumber: string;
  readonly aboutTitle: string;
};
/** From 1 to 5. */
const scores = ['very_bad', 'bad', 'so_so', 'good', 'very_good'] as const;
const key = ['surveys'];

/** The newest question about what was done for me: one press rates, words are welcome and never asked for. */
export default function Rate({ about }: { about?: string }) {
  const asked = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: readonly Question[] }>('/me/surveys', signal),
    staleTime: 60_000,
  });
  const found = asked.data?.items.find((q) => about === undefined || q.aboutNumber === about);
  return found ? <Asked key={found.number} question={found} /> : null;
}

function Asked({ question }: { question: Question }) {
  const t = useWords<typeof en>();
  const words = useProblemWords();
  const client = useQueryClient();
  const [score, setScore] = useState<number>();
  const [remark, setRemark] = useState('');
  const send = useMutation({
    mutationFn: () =>
      api.post(`/ratings/${question.number}/transitions/answer`, {
        score,
        ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
      }),
  });
  if (send.isSuccess) {
    return (
      <p role="status" className={styles['thanks']}>
        {t('rate.thanks')}
      </p>
    );
  }
  return (
    <section className={styles['card']} aria-label={t('rate.title')}>
      <p className={styles['about']}>
        {question.aboutNumber} · {question.aboutTitle}
      </p>
      <h2 className={styles['question']} id={question.number}>
        {question.question}
      </h2>
      <div role="radiogroup" aria-labelledby={question.number} className={styles['scores']}>
        {scores.map((name, i) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={score === i + 1}
            className={styles['score']}
            onClick={() => setScore(i + 1)}
          >
            <b>{i + 1}</b>
            <span>{t(`rate.score.${name}`)}</span>
          </button>
        ))}
      </div>
      {score !== undefined && (
        <>
          <Textarea
            label={t(score <= 2 ? 'rate.what_was_wrong' : 'rate.remark')}
            value={remark}
            maxLength={4000}
            onChange={(e) => setRemark(e.currentTarget.value)}
          />
          {send.isError && (
            <Alert color="red" role="alert">
              {words(send.error)}
            </Alert>
          )}
          <Group>
            <Button
              loading={send.isPending}
              onClick={() =>
                send.mutate(undefined, {
                  // The answer stays to be read; the next question comes with the next visit.
                  onSuccess: () => void client.invalidateQueries({ queryKey: key, refetchType: 'none' }),
                })
              }
            >
              {t('rate.send')}
            </Button>
          </Group>
        </>
      )}
    </section>
  );
}

import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBulb, IconCheck } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SuggestProps } from '../../../kernel/portal/part.ts';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import page from '../../../kernel/portal/portal.module.css';
import { ArticleRow } from './ArticleRow.tsx';
import { articlePlace, countView, imageUrl, judge, readQuery, useT, type Line } from './knowledge.portal.ts';
import styles from './knowledge.module.css';

/** What may solve it already, while it is being written: read in place, so that nothing typed is lost. */
export default function Suggest({ typed, serviceId = '', onSolved }: SuggestProps) {
  const t = useT();
  const [q] = useDebouncedValue(typed.trim().slice(0, 500), 300);
  const found = useQuery({
    queryKey: ['knowledge', 'suggest', q, serviceId],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Line[] }>(`/knowledge/suggestions${writeQuery({ q, serviceId })}`, signal),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const items = q.length > 1 ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <section aria-live="polite" aria-label={t('knowledge_portal.suggest')} className={onSolved ? styles['suggest'] : undefined}>
      <h2 className={page['label']}>
        {onSolved && <IconBulb size={20} stroke={1.7} aria-hidden />}
        {t('knowledge_portal.suggest')}
      </h2>
      {onSolved ? (
        items.map((item) => <Offered key={item.number} item={item} typed={typed} onSolved={onSolved} />)
      ) : (
        <div className={page['list']}>
          {items.map((item) => (
            <ArticleRow key={item.number} item={item} />
          ))}
        </div>
      )}
      {onSolved && <p className={page['quiet']}>{t('knowledge_portal.not_solved')}</p>}
    </section>
  );
} // prettier-ignore

function Offered({ item, typed, onSolved }: { item: Line; typed: string; onSolved: () => void }) {
  const t = useT();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const article = useQuery({ ...readQuery(item.number), enabled: open });
  const solved = useMutation({
    mutationFn: () => judge(item.number, { helpful: true, solved: true, ...(typed.trim() === '' ? {} : { typed: typed.trim().slice(0, 200) }) }),
    onSuccess: () => {
      onSolved();
      return navigate({ to: articlePlace(item.number), search: { solved: '1' } });
    },
  }); // prettier-ignore
  const toggle = () => {
    if (!open) countView(item.number, 'report');
    setOpen(!open);
  };
  return (
    <div className={styles['offered']}>
      <button type="button" aria-expanded={open} onClick={toggle} lang={item.language}>
        <b>{item.title}</b>
        {!open && item.summary !== null && <span>{item.summary}</span>}
        <em>{t(open ? 'knowledge_portal.fold' : 'knowledge_portal.read')}</em>
      </button>
      {open && (
        <div lang={item.language}>
          {article.data ? (
            <Markdown text={article.data.body} imageUrl={imageUrl(item.number)} />
          ) : (
            <Loading minHeight={80} />
          )}
          {solved.isError && (
            <Alert color="red" role="alert">
              {problem(solved.error)}
            </Alert>
          )}
          <Button
            mt="md"
            size="md"
            leftSection={<IconCheck size={20} aria-hidden />}
            loading={solved.isPending}
            onClick={() => solved.mutate()}
          >
            {t('knowledge_portal.solved')}
          </Button>
        </div>
      )}
    </div>
  );
}

import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NotHere } from '../../../kernel/portal/NotHere.tsx';
import { places } from '../../../kernel/portal/places.ts';
import { isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import page from '../../../kernel/portal/portal.module.css';
import { countView, imageUrl, readQuery, useT, type Read } from './knowledge.portal.ts';
import { Judgement } from './Judgement.tsx';
import styles from './knowledge.module.css';

/** One article, for whoever it is. */
export default function Article() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const found = useQuery(readQuery(number));
  if (found.isPending) return <Loading minHeight={320} />;
  if (isProblem(found.error, 404)) return <NotHere />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Shown key={number} article={found.data} />;
}

function Shown({ article }: { article: Read }) {
  const t = useT();
  const format = useFormat();
  const { solved }: { solved?: string } = useSearch({ strict: false });
  useEffect(() => {
    // Whom it helped before the report was sent has opened it there.
    if (solved === undefined) countView(article.number, 'portal');
  }, [article.number, solved]);
  useEffect(() => {
    document.title = article.title;
  }, [article.title]);
  const services = article.services.map(({ title }) => title).join(', ');
  return (
    <article>
      {solved !== undefined && (
        <div role="status" className={page['sent']}>
          <IconCircleCheck size={26} stroke={1.8} aria-hidden />
          <strong>{t('knowledge_portal.glad')}</strong>
        </div>
      )}
      <p className={page['quiet']}>
        <Link to={places.knowledge} className={page['more']}>
          {t('knowledge_portal.to_all')}
        </Link>
        {' · '}
        {t(`knowledge_portal.kind.${article.kind as 'how_to'}`)}
      </p>
      <h1 className={page['h1']} lang={article.language}>
        {article.title}
      </h1>
      <div className={page['card']} lang={article.language}>
        {article.summary !== null && <p className={styles['summary']}>{article.summary}</p>}
        <Markdown text={article.body} imageUrl={imageUrl(article.number)} />
      </div>
      <p className={`${page['quiet']} ${styles['facts']}`}>
        {[
          article.number,
          t('knowledge_portal.since', { when: format.date(article.publishedAt) }),
          services === '' ? '' : t('knowledge_portal.about', { services }),
          article.changeNote === null ? '' : t('knowledge_portal.changed', { note: article.changeNote }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {solved === undefined && <Judgement article={article} />}
    </article>
  );
}

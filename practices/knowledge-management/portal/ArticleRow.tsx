import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../../platform/ui/words.ts';
import page from '../../../kernel/portal/portal.module.css';
import { articlePlace, useT, type Line } from './knowledge.portal.ts';

/** One article in a list: its title, and what it says in a sentence. */
export function ArticleRow({ item }: { item: Line }) {
  const t = useT();
  const foreign = item.language !== useLanguage();
  return (
    <Link to={articlePlace(item.number)} className={page['row']}>
      <span className={page['rowMain']}>
        <span className={page['rowTitle']} lang={item.language}>
          {item.title}
        </span>
        {item.summary !== null && (
          <span className={page['quiet']} lang={item.language}>
            {item.summary}
          </span>
        )}
        {foreign && <span className={page['quiet']}>{t('knowledge_portal.other_language')}</span>}
      </span>
      <IconChevronRight size={20} aria-hidden style={{ flex: 'none' }} />
    </Link>
  );
}

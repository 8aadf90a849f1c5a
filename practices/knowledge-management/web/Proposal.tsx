import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useT, type Proposed } from './knowledge.web.ts';

/** One proposed article, and why it is proposed. */
export function Proposal({ item, children }: { item: Proposed; children?: ReactNode }) {
  const t = useT();
  const why = [
    item.said && t('knowledge.words_match'),
    item.sameService && t('knowledge.same_service'),
    item.sameCategory && t('knowledge.same_category'),
  ].filter((word) => typeof word === 'string');
  return (
    <div>
      <Group gap={6} wrap="nowrap" justify="space-between" align="flex-start">
        <Anchor
          size="sm"
          lang={item.language}
          style={{ minWidth: 0 }}
          lineClamp={2}
          renderRoot={(p) => <Link {...p} to={paths.record('articles', item.number)} />}
        >
          {item.title}
        </Anchor>
        <Badge size="xs" color="gray" style={{ flexShrink: 0 }}>
          {t(`article.option.kind.${item.kind as 'how_to'}`)}
        </Badge>
      </Group>
      {item.summary !== null && (
        <Text size="xs" lineClamp={2} lang={item.language}>
          {item.summary}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {[item.number, ...why].join(' · ')}
      </Text>
      {children}
    </div>
  );
}

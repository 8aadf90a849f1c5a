import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../words.ts';
import { myApprovals } from './approvals.ts';

/** How many wait, beside the menu entry; nothing when none does. */
export function ApprovalCount() {
  const t = useT();
  const count = useQuery(myApprovals).data?.items.length ?? 0;
  return count === 0 ? null : (
    <Badge
      ml="auto"
      size="sm"
      variant="filled"
      circle={count < 10}
      aria-label={t('approvals.count', { count })}
    >
      {count}
    </Badge>
  );
}

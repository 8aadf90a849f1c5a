import { Button } from '@mantine/core';
import { IconDice3 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { ReviewGuidanceButton } from './ReviewGuidance.tsx';
import { useReviewWords } from './review.web.ts';

const columns = ['state', 'plannedOn', 'heldOn', 'chairId', 'periodFrom', 'periodTo', 'signedAt'];

export default function ReviewQueue() {
  const t = useReviewWords();
  return (
    <RecordQueue
      type="management-review"
      columns={columns}
      actions={
        <>
          <ReviewGuidanceButton of="review" />
          <Button
            variant="default"
            leftSection={<IconDice3 size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to={paths.queue('spot-checks')} />}
          >
            {t('review_page.spot_checks')}
          </Button>
        </>
      }
    />
  );
}

import { Guidance } from '../../../kernel/web/record/Guidance.tsx';
import { useReviewWords } from './review.web.ts';

export function ReviewGuidance() {
  const t = useReviewWords();
  const of = (key: 'wants' | 'good' | 'ask') => t(`review_page.guidance.${key}`);
  return (
    <Guidance
      id="management-review"
      title={t('review_page.guidance.title')}
      texts={[of('wants'), of('good'), of('ask')]}
    />
  );
}

export function SpotGuidance() {
  const t = useReviewWords();
  return (
    <Guidance
      id="spot-check"
      title={t('review_page.spot_guidance.title')}
      texts={[t('review_page.spot_guidance.wants')]}
    />
  );
}

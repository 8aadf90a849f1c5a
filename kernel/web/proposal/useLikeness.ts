import type { Similar } from '../contract.ts';
import { useT } from '../words.ts';
import { useProposalT } from './proposals.ts';

/** In what a record resembles this one, and how it was resolved, in one line. */
export function useLikeness(): (item: Similar) => string {
  const t = useT();
  const p = useProposalT();
  return (item) =>
    [
      item.sameService === true && t('similar.same_service'),
      item.sameCategory === true && t('similar.same_category'),
      item.sameCi === true && t('similar.same_ci'),
      item.words &&
        item.words.length > 0 &&
        p('proposal.same_words', { words: item.words.join(p('proposal.and')) }),
      item.resolution,
    ]
      .filter(Boolean)
      .join(' · ');
}

import { IconTrendingUp } from '@tabler/icons-react';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { StartedHere } from '../../../kernel/web/record/StartedHere.tsx';
import { useImprovementWords } from './improvement.web.ts';

/** 10.2: from any record in one step, and what came of it before. */
export default function FromRecord({ record }: BesideProps) {
  const t = useImprovementWords();
  return (
    <StartedHere
      record={record}
      type="improvement"
      icon={IconTrendingUp}
      title={t('improvement_page.from')}
      begin={t('improvement_page.propose')}
    />
  );
}

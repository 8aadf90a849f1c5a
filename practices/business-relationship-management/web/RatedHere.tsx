import { value, type Row } from '../../../kernel/web/contract.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useSatisfactionWords } from './results.ts';

/** Beside what was reported: how its reporter rated it. Nothing until they are asked. */
export default function RatedHere({ record }: BesideProps) {
  const t = useSatisfactionWords();
  const labels = useLabels();
  const scored = (row: Row) => {
    const score = value(row, 'score');
    return typeof score === 'number' ? labels.option('rating', 'score', score) : '';
  };
  return (
    <PointingHere
      type="rating"
      field="aboutId"
      id={record.id}
      title={t('satisfaction.of_record')}
      aside={scored}
    />
  );
}

import { RecordActions } from '../../../kernel/web/action/RecordActions.tsx';
import { value } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useSatisfactionWords } from './results.ts';

const first = [
  'score',
  'remark',
  'requesterId',
  'aboutId',
  'serviceId',
  'teamId',
  'followUpDueAt',
  'followUpOutcome',
];
const primary = ['take', 'finish_follow_up'];

/** 10.2: from what somebody was dissatisfied with to what is done about it, in one step. */
function WhatFollows({ record }: SectionProps) {
  const t = useSatisfactionWords();
  if (value(record, 'score') === null) return null;
  const told = [value(record, 'remark'), value(record, 'followUpOutcome')].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  return (
    <RecordActions
      record={record}
      title={t('satisfaction.action_title', {
        score: String(value(record, 'score')),
        about: record.title,
      }).slice(0, 200)}
      description={told.join('\n\n')}
    />
  );
}

const sections = { main: (props: SectionProps) => <WhatFollows {...props} /> };

export default function RatingPage() {
  return <RecordPage register type="rating" first={first} primary={primary} sections={sections} />;
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { value } from '../../../kernel/web/contract.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Instruction } from './Instruction.tsx';
import { Tasks } from './Tasks.tsx';

const first = [
  'kind',
  'requestId',
  'accessId',
  'teamId',
  'ownerId',
  'description',
  'outcome',
  'minutesSpent',
];
const hidden = ['taskKey', 'afterKeys', 'position', 'modelId', 'targetMinutes', 'calendarId'];
const working = ['start', 'finish', 'skip'];
/** A review ends with one of two decisions. */
const reviewing = ['keep_access', 'refuse_access'];
const sections = {
  main: ({ record }: SectionProps) => {
    const requestId = value(record, 'requestId');
    return typeof requestId === 'string' ? <Tasks requestId={requestId} current={record.number} /> : null;
  },
  side: ({ record }: SectionProps) => <Instruction record={record} />,
};

export default function TaskPage() {
  const { number = '' } = useParams({ strict: false });
  const task = useQuery(recordQuery(useMetaType('fulfilment-task'), number));
  const review = task.data !== undefined && value(task.data, 'kind') === 'recertification';
  return (
    <RecordPage
      type="fulfilment-task"
      first={first}
      hidden={hidden}
      primary={review ? reviewing : working}
      sections={sections}
      register
    />
  );
}

import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = [
  'changeId',
  'kind',
  'ownerId',
  'teamId',
  'dueAt',
  'description',
  'result',
  'cause',
  'prevention',
  'doneById',
  'doneAt',
];

export default function TaskPage() {
  return <RecordPage type="change-task" first={first} primary={['start', 'finish', 'leave_out']} />;
}

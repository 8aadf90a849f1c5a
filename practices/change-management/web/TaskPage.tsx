import { value, type Whole } from '../../../kernel/web/contract.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { ActionModal } from '../../../kernel/web/record/ActionModal.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = [
  'changeId',
  'kind',
  'ownerId',
  'teamId',
  'serviceId',
  'dueAt',
  'description',
  'result',
  'cause',
  'prevention',
  'startedAt',
  'doneById',
  'doneAt',
];

/** Only an investigation ends with a cause; of any other task it is asked what came of it. */
function Finish({ record, onClose }: { record: Whole; onClose: () => void }) {
  const meta = useMetaType('change-task');
  const action = meta.actions.find(({ name }) => name === 'finish');
  if (!action) return null;
  const fields = value(record, 'kind') === 'investigation' ? action.fields : ['result'];
  return (
    <ActionModal
      meta={meta}
      action={{ ...action, fields }}
      row={record}
      can={record.can['finish'] ?? { ok: true }}
      refs={record.refs}
      onClose={onClose}
    />
  );
}

export default function TaskPage() {
  return (
    <RecordPage
      type="change-task"
      first={first}
      primary={['start', 'finish', 'leave_out']}
      dialogs={{ finish: Finish }}
    />
  );
}

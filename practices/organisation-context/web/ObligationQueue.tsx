import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './context.web.ts';
import { Presets } from './Presets.tsx';

const columns = ['state', 'kind', 'reference', 'ownerId', 'result', 'evaluatedOn', 'evaluationDueOn'];

export default function ObligationQueue() {
  const guidance = useGuidance('obligation');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Presets of="obligation" />
    </>
  );
  return <RecordQueue type="obligation" columns={columns} actions={actions} />;
}

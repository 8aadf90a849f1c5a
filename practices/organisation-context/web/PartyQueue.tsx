import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './context.web.ts';
import { Presets } from './Presets.tsx';

const columns = ['state', 'kind', 'stake', 'influence', 'channel', 'ownerId', 'reviewDueOn'];

export default function PartyQueue() {
  const guidance = useGuidance('party');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Presets of="party" />
    </>
  );
  return <RecordQueue type="interested-party" columns={columns} actions={actions} />;
}

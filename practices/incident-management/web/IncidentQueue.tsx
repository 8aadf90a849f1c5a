import { lazy } from 'react';
import type { Bulk } from '../../../kernel/web/queue/BulkBar.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const IncidentBulk = lazy(async () => ({ default: (await import('./IncidentBulk.tsx')).IncidentBulk }));

const columns = ['state', 'priority', 'nextDue', 'serviceId', 'teamId', 'ownerId'];

const bulk: Bulk = (numbers, onDone) => <IncidentBulk numbers={numbers} onDone={onDone} />;

export default function IncidentQueue() {
  return <RecordQueue type="incident" columns={columns} bulk={bulk} />;
}

import { lazy, Suspense } from 'react';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Loading } from '../../../platform/ui/States.tsx';
import { itemOverrides } from './Attributes.tsx';
import { ImpactPanel } from './ImpactPanel.tsx';
import { OpenIncidents } from './OpenIncidents.tsx';
import { RelationsPanel } from './RelationsPanel.tsx';

const GraphPanel = lazy(() => import('./GraphPanel.tsx'));

const first = [
  'classId',
  'criticality',
  'location',
  'serialNumber',
  'supplierId',
  'ownerId',
  'teamId',
  'changeRef',
  'attributes',
  'description',
];
const primary = ['go_live', 'approve_load', 'start_change', 'end_change', 'verify', 'retire', 'dispose'];

const sections = {
  side: ({ record }: SectionProps) => <OpenIncidents record={record} />,
  below: ({ record }: SectionProps) => (
    <>
      <RelationsPanel record={record} />
      <ImpactPanel record={record} />
      <Suspense fallback={<Loading minHeight={200} />}>
        <GraphPanel record={record} />
      </Suspense>
    </>
  ),
}; // prettier-ignore

export default function CiPage() {
  return (
    <RecordPage
      type="ci"
      first={first}
      primary={primary}
      overrides={itemOverrides}
      sections={sections}
      register
    />
  );
}

import { Divider, SimpleGrid } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { assetOverrides } from './asset-fields.tsx';

/** What it is, who has it, what it cost, how its value goes: in the order in which one knows it. */
const groups = [
  ['entryState', 'title', 'kind', 'ownership', 'tag', 'serial', 'model', 'holdsData'],
  ['ownerId', 'userId', 'costCentre', 'location', 'orgUnitId', 'teamId', 'serviceId', 'ciId'],
  [
    'supplierId',
    'orderRef',
    'purchasedOn',
    'costCents',
    'currency',
    'warrantyUntil',
    'endOfSupport',
    'endOfLife',
  ],
  ['depreciationMethod', 'usefulMonths', 'residualCents', 'decliningPercent', 'inServiceOn'],
] as const;
const order = groups.flat();
const named = new Set<string>(order);

const arrange = (inputs: Readonly<Record<string, ReactNode>>) => {
  const rest = Object.keys(inputs).filter((key) => !named.has(key));
  return [...groups, rest].map((keys, at) => (
    <Fragment key={keys[0] ?? 'rest'}>
      {at > 0 && keys.length > 0 && <Divider />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm" style={{ alignItems: 'end' }}>
        {keys.map((key) => inputs[key])}
      </SimpleGrid>
    </Fragment>
  ));
};

export default function AssetForm() {
  return <RecordForm type="asset" overrides={assetOverrides} order={order} arrange={arrange} />;
}

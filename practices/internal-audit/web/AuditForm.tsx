import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { AuditGuidance } from './AuditGuidance.tsx';
import { overrides } from './overrides.tsx';

const order = [
  'title', 'programmeId', 'clauses', 'processes', 'criteria', 'purpose', 'startsOn', 'endsOn', 'auditeeIds', 'unitIds', 'serviceIds', 'documentIds',
  'method', 'auditBody', 'scopeNote',
]; // prettier-ignore
const wide = ['title', 'clauses', 'processes', 'criteria', 'purpose', 'scopeNote'];

const guidance = () => <AuditGuidance of="audit" />;

export default function AuditForm() {
  return (
    <RecordForm
      type="internal-audit"
      order={order}
      overrides={overrides}
      arrange={arrange}
      aside={guidance}
    />
  );
}

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const narrow = Object.entries(inputs).filter(([key]) => !wide.includes(key));
  return (
    <>
      {wide.map((key) => inputs[key])}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {narrow.map(([, input]) => input)}
      </SimpleGrid>
    </>
  );
}

import { useState } from 'react';
import { text } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useCommunicationWords, useGuidance } from './communication.web.ts';
import { communicationOverrides, order } from './fields.tsx';

const sections = {
  below: ({ record }: SectionProps) => <Below record={record} />,
  side: () => <Side />,
};

function Below({ record }: Pick<SectionProps, 'record'>) {
  const t = useCommunicationWords();
  const format = useFormat();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const add =
    record.state === 'in_force'
      ? {
          add: {
            label: t('communication_page.happened'),
            search: { communicationId: record.id, dueOn: today },
          },
        }
      : {};
  return (
    <PointingHere
      type="communication-occurrence"
      field="communicationId"
      id={record.id}
      title={t('communication_page.occurrences')}
      none={t('communication_page.not_yet')}
      aside={(row) => format.day(text(row, 'doneOn') || text(row, 'dueOn'))}
      {...add}
    />
  );
}

function Side() {
  const guidance = useGuidance();
  return <GuidancePanel {...guidance} />;
}

export default function CommunicationPage() {
  return (
    <RecordPage type="communication" overrides={communicationOverrides} first={order} primary={['put_in_force', 'change', 'review']} sections={sections} register />
  );
} // prettier-ignore

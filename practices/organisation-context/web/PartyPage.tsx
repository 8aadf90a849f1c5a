import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { text } from '../../../kernel/web/contract.ts';
import { useContextWords, useGuidance } from './context.web.ts';

const first = ['kind', 'organisationIds', 'coversAll', 'influence', 'stake', 'channel', 'ownerId'];
const primary = ['confirm', 'review'];

const sections = {
  below: ({ record }: SectionProps) => <Requirements id={record.id} />,
  side: () => <Side />,
};

function Requirements({ id }: { id: string }) {
  const t = useContextWords();
  return (
    <PointingHere
      type="party-requirement"
      field="partyId"
      id={id}
      title={t('party_requirement.plural')}
      none={t('context_page.no_requirements')}
      add={{ label: t('party_requirement.create'), search: { partyId: id } }}
      aside={(row) => text(row, 'source')}
    />
  );
}

function Side() {
  return <GuidancePanel {...useGuidance('party')} />;
}

export default function PartyPage() {
  return <RecordPage type="interested-party" first={first} primary={primary} sections={sections} register />;
}

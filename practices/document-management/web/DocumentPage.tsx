import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { value } from '../../../kernel/web/contract.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { DocumentSide } from './DocumentSide.tsx';
import { DocumentText } from './DocumentText.tsx';
import { overrides } from './overrides.tsx';

const first = [
  'code', 'level', 'documentClass', 'clauses', 'obligation', 'effectiveVersion', 'effectiveOn', 'reviewDueOn', 'ownerId', 'ownerRole',
  'confidentiality', 'audience', 'audienceRoles', 'audienceTeamIds', 'audienceOrganisationIds', 'audiencePersonIds', 'mustRead', 'languages',
  'authoritative', 'retention', 'supersedesId', 'changeId', 'source', 'sourceEdition', 'sourceUrl', 'lastCheckedOn', 'nextCheckOn',
]; // prettier-ignore
const hidden = ['titleEn', 'titleZh', 'bodyEn', 'bodyZh', 'contentHash', 'submittedAt'];
const own = ['submit', 'revise', 'confirm', 'take_back', 'discard'];
const external = ['submit', 'check_source', 'revise', 'take_back', 'discard'];

const sections = {
  main: ({ record }: SectionProps) => <DocumentText record={record} />,
  side: ({ record }: SectionProps) => <DocumentSide record={record} />,
};

export default function DocumentPage() {
  const { number = '' } = useParams({ strict: false });
  const record = useQuery(recordQuery(useMetaType('document'), number)).data;
  return (
    <RecordPage
      type="document"
      first={first}
      hidden={hidden}
      primary={record && value(record, 'origin') === 'external' ? external : own}
      sections={sections}
      overrides={overrides}
      register
    />
  );
}

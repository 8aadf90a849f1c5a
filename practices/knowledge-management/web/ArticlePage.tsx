import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { ArticleSide } from './ArticleSide.tsx';
import { ArticleText } from './ArticleText.tsx';

const first = ['kind', 'audience', 'audienceOrganisationIds', 'audienceTeamIds', 'serviceIds', 'categoryIds', 'ciIds', 'tags', 'ownerId', 'reviewDueOn', 'expiresOn', 'changeNote']; // prettier-ignore
const hidden = ['titleEn', 'titleZh', 'summaryEn', 'summaryZh', 'bodyEn', 'bodyZh', 'publishedVersion'];
const primary = ['submit', 'approve', 'send_back', 'revise', 'confirm', 'discard'];

const sections = {
  main: ({ record }: SectionProps) => <ArticleText record={record} />,
  side: ({ record }: SectionProps) => <ArticleSide record={record} />,
};

export default function ArticlePage() {
  return (
    <RecordPage type="article" first={first} hidden={hidden} primary={primary} sections={sections} register />
  );
}

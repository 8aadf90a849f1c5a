import { Anchor, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { text } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { notOf, ruleOverrides } from './rule-fields.tsx';
import { useDrift, useGuidance, useSiteWords } from './site.web.ts';
import { StandingBadge } from './StandingBadge.tsx';

const first = [
  'statement', 'purpose', 'obligation', 'siteId', 'addsToId', 'addition', 'bound', 'documentId', 'promise', 'targetPriority', 'mostMinutes', 'recordType',
  'withinDays', 'role', 'courseId', 'coveragePercent', 'attestMonths', 'effectiveOn', 'adoptBy', 'siteIds', 'requirement', 'ownerId',
]; // prettier-ignore
const primary = ['publish', 'revise', 'review'];

const sections = {
  below: ({ record }: SectionProps) => (record.state === 'in_force' ? <Where id={record.id} /> : null),
  side: ({ record }: SectionProps) => <Side record={record} />,
};

/** How every site stands to this rule. */
function Where({ id }: { id: string }) {
  const t = useSiteWords();
  const found = useDrift();
  if (!found.data) return null;
  const { cells, sites } = found.data;
  const mine = cells.filter(({ ruleId }) => ruleId === id);
  if (mine.length === 0) return null;
  return (
    <Panel title={t('site_page.where')}>
      <Stack gap={6}>
        {mine.map((cell) => (
          <Group key={cell.id} gap={8} wrap="nowrap">
            <StandingBadge standing={cell.standing} size="sm" />
            <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to={paths.record('rule-adoptions', cell.number)} />}>
              {sites.find((site) => site.id === cell.siteId)?.title ?? cell.title}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Side({ record }: Pick<SectionProps, 'record'>) {
  const t = useSiteWords();
  const guidance = useGuidance();
  const local = text(record, 'siteId') !== '';
  const add = { label: t('site_page.add_local'), search: { addsToId: record.id, bound: text(record, 'bound'), obligation: text(record, 'obligation') } }; // prettier-ignore
  return (
    <>
      {!local && (
        <PointingHere
          type="group-rule"
          field="addsToId"
          id={record.id}
          title={t('site_page.adds')}
          {...(record.state === 'in_force' ? { add } : {})}
        />
      )}
      <PointingHere type="group-rule" field="supersedesId" id={record.id} title={t('site_page.next')} />
      <GuidancePanel {...guidance} />
    </>
  );
}

/** Of what the rule is not bound to, nothing is shown. */
export default function RulePage() {
  const meta = useMetaType('group-rule');
  const { number = '' } = useParams({ strict: false });
  const { data } = useQuery(recordQuery(meta, number));
  return (
    <RecordPage
      type="group-rule"
      overrides={ruleOverrides}
      first={first}
      hidden={data === undefined ? [] : notOf(text(data, 'bound'))}
      primary={primary}
      sections={sections}
      register
    />
  );
}

import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { text, type ListPage, type Row } from '../../../kernel/web/contract.ts';
import { keys, recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { bounds } from '../group-rule.fields.ts';
import { Found, Raise } from './Found.tsx';
import { useSiteWords, useStanding } from './site.web.ts';
import { StandingBadge } from './StandingBadge.tsx';

const first = [
  'ruleId', 'siteId', 'ownerId', 'adoptBy', 'how', 'attestation', 'attestationNote', 'attestDueOn',
  'exemptionReason', 'exemptionUntil', 'askedById', 'decisionReason', 'decidedById', 'decidedOn', 'declinedReason',
]; // prettier-ignore
const hidden = ['orgUnitId'];
const primary = ['adopt', 'grant_exemption', 'refuse_exemption', 'ask_exemption'];

const sections = {
  main: ({ record }: SectionProps) => <Stands record={record} />,
  side: ({ record }: SectionProps) => <Before number={record.number} />,
};

function Stands({ record }: Pick<SectionProps, 'record'>) {
  const t = useSiteWords();
  const found = useStanding(record.number);
  const rule = useRule(text(record, 'ruleId'));
  const cell = found.data?.now;
  if (!cell || !rule) return null;
  const bound = bounds.find((one) => one === text(rule, 'bound')) ?? 'attested';
  return (
    <Panel title={t('site_page.now')} aside={<Raise cell={cell} rule={rule} />}>
      <Stack gap="xs">
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>{text(rule, 'statement')}</Text>
        <Found cell={cell} bound={bound} />
      </Stack>
    </Panel>
  );
} // prettier-ignore

function useRule(id: string): Row | undefined {
  const page = useQuery({
    queryKey: [...keys.lists('group-rule'), 'one', id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/group-rules${writeQuery({ 'filter[id]': id, limit: 1 })}`, signal),
    enabled: id !== '',
  });
  return page.data?.items[0];
}

function Before({ number }: { number: string }) {
  const t = useSiteWords();
  const format = useFormat();
  const history = useStanding(number).data?.history ?? [];
  return (
    <Panel title={t('site_page.was')}>
      {history.length === 0 ? <Text size="sm" c="dimmed">{t('site_page.was_none')}</Text> : (
        <Stack gap={6}>
          {history.map(({ at, standing }) => (
            <Group key={at} gap={8} justify="space-between">
              <StandingBadge standing={standing} size="sm" />
              <Text size="xs" c="dimmed">{format.dateTime(at)}</Text>
            </Group>
          ))}
        </Stack>
      )}
    </Panel>
  );
} // prettier-ignore

/** What only holds of some rules is a button only there. */
export default function AdoptionPage() {
  const meta = useMetaType('rule-adoption');
  const { number = '' } = useParams({ strict: false });
  const { data } = useQuery(recordQuery(meta, number));
  const rule = useRule(data === undefined ? '' : text(data, 'ruleId'));
  const more = [
    ...(rule !== undefined && text(rule, 'bound') === 'attested' ? ['attest'] : []),
    ...(rule !== undefined && text(rule, 'obligation') === 'advised' ? ['decline'] : []),
  ];
  return (
    <RecordPage
      type="rule-adoption"
      first={first}
      hidden={hidden}
      primary={[...primary, ...more]}
      sections={sections}
      register
    />
  );
}

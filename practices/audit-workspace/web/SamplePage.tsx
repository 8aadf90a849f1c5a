import { Alert, Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useAuditWords, useItems, type SampleCheck } from './audit.web.ts';
import { SampleItem } from './SampleItem.tsx';
import { sampleOverrides } from './sample-overrides.tsx';

const first = [
  'recordType',
  'filters',
  'periodFrom',
  'periodTo',
  'n',
  'populationCount',
  'stratify',
  'seed',
  'engagementId',
  'requirement',
  'ownerId',
  'conclusion',
];
const hidden = ['items', 'auditorIds', 'unitIds'];
const sections = { main: ({ record }: SectionProps) => <Drawn record={record} /> };

export default function SamplePage() {
  return (
    <RecordPage type="audit-sample" first={first} hidden={hidden} overrides={sampleOverrides} sections={sections} primary={['conclude']} register />
  );
} // prettier-ignore

/** What was drawn, each as it was with its note and result; and whether the same comes out again. */
function Drawn({ record }: { record: Whole }) {
  const t = useAuditWords();
  const format = useFormat();
  const items = useItems(record.number);
  if (items.isError) return <ErrorState error={items.error} />;
  if (items.isPending) return <Loading minHeight={200} />;
  const all = items.data.items;
  const done = all.filter(({ result }) => result !== null).length;
  const stratified = text(record, 'stratify') !== 'none';
  return (
    <Panel
      title={t('audit.sample.items')}
      aside={<Badge color={done === all.length ? 'teal' : 'gray'} variant="light">{t('audit.sample.progress', { done, all: all.length })}</Badge>}
    >
      <Text size="xs" c="dimmed">{t('audit.sample.items_hint', { at: format.dateTime(record.createdAt) })}</Text>
      <Progress value={(100 * done) / Math.max(1, all.length)} size="xs" my="xs" aria-label={t('audit.sample.progress', { done, all: all.length })} />
      <Stack gap={0}>
        {all.map((item) => (
          <SampleItem key={item.position} sample={record} item={item} stratified={stratified} />
        ))}
      </Stack>
      <Verify number={record.number} />
    </Panel>
  );
} // prettier-ignore

function Verify({ number }: { number: string }) {
  const t = useAuditWords();
  const complain = useComplain();
  const check = useMutation({
    mutationFn: () => api.get<SampleCheck>(`${endpoints.record('audit-samples', number)}/verification`),
    onError: complain,
  });
  const { data } = check;
  return (
    <Stack gap="xs" mt="md">
      <Group>
        <Button variant="default" loading={check.isPending} leftSection={<IconDice5 size={15} aria-hidden />} onClick={() => check.mutate()}>
          {t('audit.sample.verify')}
        </Button>
      </Group>
      {data?.same === true && <Alert color="teal" role="status">{t('audit.sample.verified')}</Alert>}
      {data && !data.population.same && (
        <Alert color="yellow" role="status">{t('audit.sample.population_changed', { then: data.population.countThen, now: data.population.count })}</Alert>
      )}
      {data && !data.redrawn.same && (
        <Alert color="gray" role="status">{t('audit.sample.different', { positions: data.redrawn.different.join(', ') })}</Alert>
      )}
      {data && !data.contents.same && (
        <Alert color="red" role="alert">{t('audit.sample.contents_altered', { positions: data.contents.altered.join(', ') })}</Alert>
      )}
    </Stack>
  );
} // prettier-ignore

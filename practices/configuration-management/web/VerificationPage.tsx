import {
  Alert,
  Anchor,
  Badge,
  Group,
  Paper,
  Progress,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { CheckCard } from './CheckCard.tsx';
import { useSample, useT } from './reconciliation.web.ts';

const first = ['purpose', 'scope', 'scopeClassId', 'scopeRootId', 'sampleSize', 'seed', 'population', 'verifierId', 'dueOn', 'intervalMonths', 'nextDueOn', 'conclusion']; // prettier-ignore
const hidden = ['items', 'itemsChecked', 'itemsRight', 'itemsAbsent', 'attributesChecked', 'attributesRight', 'unrecorded']; // prettier-ignore
const primary = ['start', 'report_unrecorded', 'finish_checking', 'close'];
const sections = { main: ({ record }: SectionProps) => (record.state === 'planned' ? null : <Sample record={record} />) }; // prettier-ignore

export default function VerificationPage() {
  return <RecordPage type="verification" first={first} hidden={hidden} primary={primary} sections={sections} register />;
} // prettier-ignore

const percent = (part: number, all: number) => (all === 0 ? 'n/a' : `${((part / all) * 100).toFixed(1)} %`);

/** One card per item, made for one hand: there or not, right or what was found instead. */
function Sample({ record }: { readonly record: Whole }) {
  const t = useT();
  const count = (key: string) => Number(value(record, key) ?? 0);
  const may = (record.state === 'checking' || record.state === 'correcting') && record.can['check']?.ok === true;
  const [only, setOnly] = useState(record.state === 'checking' ? 'open' : 'all');
  const sample = useSample(record.number, only);
  return (
    <Paper p="md" component="section" aria-label={t('reconciliation.sample')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{t('reconciliation.sample')}</Title>
        <SegmentedControl size="xs" value={only} onChange={setOnly} data={(['open', 'done', 'all'] as const).map((one) => ({ value: one, label: t(`reconciliation.only_${one}`) }))} />
      </Group>
      <Text size="sm" c="dimmed">{t('reconciliation.checked_of', { done: count('itemsChecked'), all: count('items') })}</Text>
      <Progress my={6} value={count('items') === 0 ? 0 : (count('itemsChecked') / count('items')) * 100} aria-label={t('reconciliation.checked_of', { done: count('itemsChecked'), all: count('items') })} />
      <Badge variant="light" tt="none" mb="sm">{t('reconciliation.accuracy', { items: percent(count('itemsRight'), count('itemsChecked')), attributes: percent(count('attributesRight'), count('attributesChecked')) })}</Badge>
      {(sample.data?.openCorrections ?? 0) > 0 && (
        <Alert color="orange" mb="sm">
          {t('reconciliation.open_corrections', { n: sample.data?.openCorrections ?? 0 })}{' '}
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/differences" />}>{t('reconciliation.to_queue')}</Anchor>
        </Alert>
      )}
      {sample.isError ? <ErrorState error={sample.error} /> : sample.isPending ? <Loading /> : (
        <Stack gap="sm">{sample.data.items.map((item) => <CheckCard key={item.ciId} number={record.number} item={item} may={may} />)}</Stack>
      )}
    </Paper>
  );
} // prettier-ignore

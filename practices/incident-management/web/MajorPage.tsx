import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { value, type MetaField, type MetaType, type Whole } from '../../../kernel/web/contract.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { Attachments } from '../../../kernel/web/record/Attachments.tsx';
import { Clocks } from '../../../kernel/web/record/Clocks.tsx';
import { Details } from '../../../kernel/web/record/Details.tsx';
import { Links } from '../../../kernel/web/record/Links.tsx';
import layout from '../../../kernel/web/record/record.module.css';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { RaiseProblem } from './KnownErrors.tsx';
import { MajorActions } from './MajorActions.tsx';
import { MajorCall } from './MajorDialogs.tsx';
import { MajorHeader } from './MajorHeader.tsx';
import { MajorImpact, MajorLinked, MajorRoles } from './MajorSide.tsx';
import { MajorTimeline } from './MajorTimeline.tsx';
import { MajorUpdate } from './MajorUpdate.tsx';
import { MajorWhy } from './MajorWhy.tsx';
import { moneyOverrides } from './Money.tsx';
import { useMajorWords } from './major.web.ts';

const over = new Set(['restored', 'review_due', 'reviewed', 'closed']);
const reviewFields = new Set([
  'cause', 'helped', 'hindered', 'customerImpact', 'affectedUsers', 'lostBusinessCents', 'lostBusinessCurrency',
  'noActionsReason', 'reviewerId', 'reviewAt', 'reviewedAt', 'reviewedById', 'sodException',
]); // prettier-ignore

/** One page for the heat of the moment: what stands above is what is asked first. */
export default function MajorPage() {
  const meta = useMetaType('major-incident');
  const { number = '' } = useParams({ strict: false });
  const record = useQuery(recordQuery(meta, number));
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (record.isPending) return <Loading minHeight={320} />;
  return <Shown meta={meta} record={record.data} />;
}

function Shown({ meta, record }: { meta: MetaType; record: Whole }) {
  const t = useMajorWords();
  const format = useFormat();
  useEffect(() => {
    document.title = `${record.number} ${record.title} · Servanda`;
  }, [record.number, record.title]);
  const candidate = record.state === 'candidate' || record.state === 'declined';
  const may = (action: string) => record.can[action]?.ok === true;
  const untold = value(record, 'managementInformedAt') === null;
  const calls = may('declare') || (may('inform_management') && untold);
  const dueAt = value(record, 'managementDueAt');
  const isReview = (field: MetaField) => reviewFields.has(field.key);
  return (
    <article aria-label={`${record.number} ${record.title}`}>
      <MajorHeader meta={meta} record={record} />
      <div className={layout['page']}>
        <Stack gap="sm">
          {calls && (
            <Alert color={candidate ? 'orange' : 'red'} p="sm">
              <Group justify="space-between" gap="sm">
                <Text size="sm" fw={600}>
                  {candidate
                    ? t('major.candidate_banner')
                    : `${t('major.management')}: ${t('major.management_by', { at: typeof dueAt === 'string' ? format.dateTime(dueAt) : '' })}`}
                </Text>
                <Group gap={6}>
                  <MajorCall record={record} />
                </Group>
              </Group>
            </Alert>
          )}
          {candidate && <MajorWhy record={record} />}
          {may('post_update') && record.state !== 'review_due' && <MajorUpdate number={record.number} />}
          {over.has(record.state) && (
            <Paper p="md" component="section" aria-label={t('major.review')}>
              <Title order={2} size="h5" mb="sm">
                {t('major_incident.clock.review')}
              </Title>
              <Details meta={meta} record={record} overrides={moneyOverrides} only={isReview} />
            </Paper>
          )}
          {over.has(record.state) && <MajorActions record={record} />}
          {over.has(record.state) && <RaiseProblem record={record} />}
          {!candidate && <MajorTimeline record={record} />}
        </Stack>
        <Stack gap="sm">
          <MajorImpact record={record} />
          {!candidate && <MajorRoles record={record} />}
          <MajorLinked record={record} />
          <Clocks meta={meta} number={record.number} clocks={record.clocks} />
          {!candidate && <MajorWhy record={record} />}
          <Links meta={meta} number={record.number} />
          <Attachments meta={meta} number={record.number} />
        </Stack>
      </div>
    </article>
  );
}

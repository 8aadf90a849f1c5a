import { Alert, Button, Code, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useAuditWords } from './audit.web.ts';

const first = [
  'scope',
  'clause',
  'process',
  'periodFrom',
  'periodTo',
  'records',
  'events',
  'files',
  'books',
  'ownPapers',
  'withSecret',
  'leftOut',
  'ownerId',
  'finishedAt',
];
const hidden = [
  'stage',
  'progress',
  'bytes',
  'manifestHash',
  'archiveHash',
  'chainHead',
  'fault',
  'startedAt',
  'tookMs',
  'restarts',
];
const sections = { main: ({ record }: SectionProps) => <Archive record={record} /> };

export default function PackPage() {
  return <RecordPage type="evidence-pack" first={first} hidden={hidden} sections={sections} primary={['make_again', 'remove']} register />;
} // prettier-ignore

/** How far it is; then the archive, and by what it is proved. */
function Archive({ record }: { record: Whole }) {
  const t = useAuditWords();
  const labels = useLabels();
  const format = useFormat();
  const client = useQueryClient();
  const again = Number(value(record, 'restarts') ?? 0);
  const running = record.state === 'queued' || record.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: keys.record('evidence-pack', record.number) }), 1500);
    return () => clearInterval(timer);
  }, [running, client, record.number]);
  if (running) {
    const stage = text(record, 'stage');
    const words = stage === '' ? labels.state('evidence-pack', record.state) : labels.option('evidence-pack', 'stage', stage);
    return (
      <Alert color="blue" title={t('audit.pack.working')} role="status">
        <Text size="sm" mb={6}>{words}</Text>
        {again > 0 && <Text size="sm" mb={6}>{t('audit.pack.restarted', { count: again })}</Text>}
        <Progress value={Math.max(3, Number(value(record, 'progress') ?? 0))} animated aria-label={words} />
      </Alert>
    );
  }
  if (record.state === 'failed') return <Alert color="red" role="alert">{t('audit.pack.failed', { why: text(record, 'fault') })}</Alert>;
  if (record.state !== 'ready') return null;
  return (
    <Panel
      title={t('audit.pack.verify_title')}
      aside={
        <Button component="a" href={`/api/v1/evidence-packs/${record.number}/archive`} download leftSection={<IconDownload size={15} aria-hidden />}>
          {t('audit.pack.download', { size: format.size(Number(value(record, 'bytes') ?? 0)) })}
        </Button>
      }
    >
      <Stack gap={6}>
        <Text size="sm">{t('audit.pack.verify')}</Text>
        {(['manifestHash', 'chainHead', 'archiveHash'] as const).map((key) => (
          <div key={key}>
            <Text size="xs" c="dimmed">{labels.field('evidence-pack', key)}</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{text(record, key)}</Code>
          </div>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

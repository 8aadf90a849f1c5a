import { Alert, Button, Group, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { asText } from '../../../kernel/record/text.ts';
import { value } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Answers } from './Answers.tsx';
import { Instruction } from './Instruction.tsx';
import { money } from './money.ts';
import { Tasks } from './Tasks.tsx';
import { useT } from './useT.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLanguage } from '../../../platform/ui/words.ts';

const first = [
  'beneficiaryId',
  'requesterId',
  'teamId',
  'ownerId',
  'modelId',
  'accessUntil',
  'changeRef',
  'assetUpdate',
];
const hidden = [
  'answers',
  'formVersion',
  'targetMinutes',
  'targetFrom',
  'calendarId',
  'costCents',
  'currency',
  'needsChange',
];
const primary = ['submit', 'take', 'assign', 'fulfil', 'close', 'reopen', 'convert'];
const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  side: (props: SectionProps) => <Side {...props} />,
};

export default function RequestPage() {
  return (
    <RecordPage
      type="service-request"
      first={first}
      primary={primary}
      sections={sections}
      hidden={hidden}
      register
    />
  );
}

/** What the change begins with; the request is converted when it is saved. */
const asChange = ({ number, title, serviceId }: SectionProps['record']) => ({
  fromRequest: number,
  title,
  ...(serviceId === null ? {} : { serviceId }),
});

function Main({ meta, record }: SectionProps) {
  const t = useT();
  const waits = value(record, 'needsChange') === true && record.can['convert']?.ok === true;
  const format = useFormat();
  const disputed = value(record, 'disputedAt');
  return (
    <>
      {typeof disputed === 'string' && (
        <Alert color="orange" icon={<IconScale />}>
          {t('request_page.disputed', { at: format.dateTime(disputed) })}
        </Alert>
      )}
      {waits && (
        <Alert color="orange" icon={<IconAlertTriangle />}>
          <Group justify="space-between" gap="sm">
            {t('request_page.convert_first')}
            <Button
              renderRoot={(p) => <Link {...p} to={paths.create('changes')} search={asChange(record)} />}
            >
              {t('request_page.to_change')}
            </Button>
          </Group>
        </Alert>
      )}
      <Answers meta={meta} record={record} />
      {record.state !== 'draft' && <Tasks requestId={record.id} />}
    </>
  );
}

function Side({ record }: SectionProps) {
  const t = useT();
  const language = useLanguage();
  const cents = value(record, 'costCents');
  return (
    <>
      {typeof cents === 'number' && cents > 0 && (
        <Paper p="md">
          <Group justify="space-between">
            <Text size="sm">{t('request_page.cost')}</Text>
            <Text size="sm" fw={600}>{money(cents, asText(value(record, 'currency')) || 'CNY', language)}</Text>
          </Group>
        </Paper>
      )}
      <Instruction record={record} />
    </>
  );
} // prettier-ignore

import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useGuidance, useRolesWords } from './roles.web.ts';

const first = [
  'holderId',
  'ownerId',
  'deputyId',
  'reportsToId',
  'processIds',
  'remarks',
  'issuedById',
  'issuedOn',
  'acceptedOn',
];
const primary = ['issue', 'accept'];
const sections = { side: ({ record }: SectionProps) => <Side number={record.number} /> };

function Side({ number }: { number: string }) {
  return (
    <>
      <Letter number={number} />
      <GuidancePanel {...useGuidance('appointment')} />
    </>
  );
}

function Letter({ number }: { number: string }) {
  const t = useRolesWords();
  const language = useLanguage();
  return (
    <Panel title={t('roles_page.letter')}>
      <Group gap="xs">
        {(['pdf', 'docx'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            variant="default"
            download
            href={`/api/v1/appointments/${number}/letter?format=${format}&language=${language}`}
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t(format === 'pdf' ? 'roles_page.pdf' : 'roles_page.word')}
          </Button>
        ))}
      </Group>
    </Panel>
  );
}

export default function AppointmentPage() {
  return <RecordPage type="appointment" first={first} primary={primary} sections={sections} register />;
}

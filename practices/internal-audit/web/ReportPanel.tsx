import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { list, value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { Report } from '../audit.fields.ts';
import { useAuditWords } from './audit.web.ts';

const formats = [
  { format: 'pdf', icon: IconFileTypePdf, label: 'report_pdf' },
  { format: 'docx', icon: IconFileTypeDocx, label: 'report_word' },
] as const;

/** The report as it was issued, who has read it, and the same on paper. */
export function ReportPanel({ audit }: { audit: Whole }) {
  const t = useAuditWords();
  const format = useFormat();
  const language = useLanguage();
  const report = value(audit, 'report') as Report | null;
  if (!report) return null;
  const said = (list(audit, 'acknowledgements') as readonly { personId: string; at: string }[]).map(
    ({ personId, at }) => [personId, at] as const,
  );
  const readAt = new Map(said);
  const auditees = list(audit, 'auditeeIds').map(String);
  return (
    <Panel
      title={t('audit_page.report')}
      aside={
        <Group gap={6}>
          {formats.map(({ format: file, icon: Icon, label }) => (
            <Button
              key={file}
              variant="default"
              size="compact-sm"
              leftSection={<Icon size={15} aria-hidden />}
              component="a"
              href={`/api/v1/internal-audits/${audit.number}/report?format=${file}&language=${language}`}
              target="_blank"
            >
              {t(`audit_page.${label}`)}
            </Button>
          ))}
        </Group>
      }
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t('audit_page.as_issued', { date: format.dateTime(report.at) })}
        </Text>
        <Part label={t('audit_report.conclusion')} words={report.conclusion} />
        <Part label={t('audit_report.strengths')} words={report.strengths} />
        <div>
          <Text size="xs" c="dimmed">
            {t('audit_page.read_by')}
          </Text>
          {auditees.map((id, i) => {
            const at = readAt.get(id);
            return (
              <Text key={id} size="sm">
                {t('audit_page.at', {
                  name: report.auditees[i] ?? '',
                  date: at === undefined ? t('audit_page.not_read') : format.dateTime(at),
                })}
              </Text>
            );
          })}
        </div>
      </Stack>
    </Panel>
  );
}

function Part({ label, words }: { label: string; words: string | null }) {
  if (words === null) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {words}
      </Text>
    </div>
  );
}

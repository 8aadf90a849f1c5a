import { Alert, Anchor, Blockquote, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { list } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useContextWords, useDifferences, useGuidance } from './context.web.ts';
import { scopeOverrides } from './scope-fields.tsx';

const first = ['organisationName', 'registration', 'serviceIds', 'unitIds', 'siteIds', 'customerIds', 'everyCustomer', 'leftOut', 'ownProcesses', 'operatedByOthers', 'technologies', 'issueIds', 'partyIds', 'basis']; // prettier-ignore
const hidden = ['statementEn', 'statementZh'];
const primary = ['submit', 'approve', 'send_back', 'review'];

const sections = {
  main: ({ record }: SectionProps) => (
    <Statement
      number={record.number}
      settled={record.state === 'in_force'}
      empty={list(record, 'serviceIds').length === 0}
    />
  ),
  side: () => <Side />,
};

/** What would stand on the certificate, and where it parts from what is there. */
function Statement({ number, settled, empty }: { number: string; settled: boolean; empty: boolean }) {
  const t = useContextWords();
  const language = useLanguage();
  const types = useMeta().types;
  const found = useDifferences(number).data;
  if (!found) return null;
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <Panel title={t('context_page.statement')}>
      {empty ? <Text size="sm" c="dimmed">{t('context_page.no_services')}</Text> : <Blockquote p="sm" mb="sm" mt={0}>
        <Text>{found.statement[language === 'zh-CN' ? 'zh-CN' : 'en']}</Text>
        <Text size="sm" c="dimmed" mt={4}>{found.statement[other]}</Text>
      </Blockquote>}
      {found.items.length === 0 ? !empty && (
        <Group gap={8}>
          <IconCircleCheck size={18} color="var(--mantine-color-teal-text)" aria-hidden />
          <Text size="sm">{t('context_page.equals')}</Text>
        </Group>
      ) : (
        <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} title={t(settled ? 'context_page.differs_since' : 'context_page.differs')}>
          <Stack gap={4}>
            {found.items.map((one) => (
              <Group key={`${one.kind}${one.id}`} gap={8}>
                <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record(types.find(({ type }) => type === one.type)?.plural ?? '', one.number)} />}>
                  {one.title}
                </Anchor>
                <Text size="xs" c="dimmed">{t(`context_page.difference.${one.kind}`)}</Text>
              </Group>
            ))}
          </Stack>
        </Alert>
      )}
    </Panel>
  );
} // prettier-ignore

function Side() {
  return <GuidancePanel {...useGuidance('scope')} />;
}

export default function ScopePage() {
  return (
    <RecordPage
      type="scope-statement"
      overrides={scopeOverrides}
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      register
    />
  );
}

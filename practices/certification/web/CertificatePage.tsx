import { Button, CopyButton, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconExternalLink, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Cycle } from './Cycle.tsx';
import { Differences } from './Differences.tsx';
import { useAudits, useCertificationWords, useGuidance, useOverview, useScope } from './certification.web.ts';

const first = [
  'standard', 'edition', 'nationalStandard', 'certificateNumber', 'holder', 'address', 'body', 'bodyApproval', 'accreditation', 'issuedOn', 'expiresOn',
  'recertifyBy', 'scopeText', 'scopeTextZh', 'serviceIds', 'siteIds', 'checkUrl', 'ownerId',
]; // prettier-ignore
const primary = ['plan_audits', 'issue', 'verify', 'publish', 'restore', 'suspend'];
const issued = new Set(['valid', 'suspended']);
const over = new Set(['expired', 'withdrawn', 'cancelled', 'transferred', 'replaced', 'abandoned']);
const hidden = ['publicToken'];
const sections = {
  main: ({ record }: SectionProps) => <Main record={record} />,
  side: ({ record }: SectionProps) => <Side record={record} />,
};

function Main({ record }: { readonly record: Whole }) {
  const t = useCertificationWords();
  const audits = useAudits(record.id);
  const day = useOverview().data?.day;
  const meta = useMetaType('certification-audit');
  const search = { certificateId: record.id, kind: 'special', title: `${t('certification_audit.option.kind.special')} · ${record.title}`.slice(0, 200) };
  const add = !over.has(record.state) && meta.create.allowed && (
    <Button variant="light" renderRoot={(p) => <Link {...p} to={paths.create('certification-audits')} search={search as never} />}>{t('certification_page.audits_add')}</Button>
  );
  return (
    <>
      {issued.has(record.state) && <Scope number={record.number} />}
      {audits.data && day !== undefined && (
        <Panel title={t('certification_page.audits')} aside={add}><Cycle audits={audits.data} day={day} /></Panel>
      )}
    </>
  );
} // prettier-ignore

function Scope({ number }: { readonly number: string }) {
  const t = useCertificationWords();
  const found = useScope(number);
  if (!found.data) return null;
  const { scope, differences } = found.data;
  if (differences.length > 0) return <Differences differences={differences} />;
  return scope === null ? null : (
    <Paper p="sm">
      <Text size="sm">{t('certification_page.scope.same', { number: scope.number })}</Text>
    </Paper>
  );
}

function Side({ record }: { readonly record: Whole }) {
  const t = useCertificationWords();
  const guidance = useGuidance('certificate');
  const said = (key: string) => text(record, key);
  return (
    <>
      <PublicLink record={record} />
      {(issued.has(record.state) || record.state === 'expired') && (
        <Panel title={t('certification_page.follow')}>
          <Text size="sm" c="dimmed" mb="xs">{t('certification_page.follow_hint')}</Text>
          <Button variant="default" leftSection={<IconRefresh size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('certificates')} search={{ predecessorId: record.id, origin: 'recertification', title: record.title, ownerId: said('ownerId'), body: said('body') } as never} />}>
            {t('certification_page.follow')}
          </Button>
        </Panel>
      )}
      <GuidancePanel {...guidance} />
    </>
  );
} // prettier-ignore

/** What to print on an offer; whoever opens it sees what is so on that day. */
function PublicLink({ record }: { readonly record: Whole }) {
  const t = useCertificationWords();
  const token = text(record, 'publicToken');
  if (record.state === 'preparing' || record.state === 'abandoned') return null;
  const url = `${location.origin}/portal/certificates/${token}`;
  return (
    <Panel title={t('certification_page.link.title')}>
      <Text size="sm" c="dimmed" mb="xs">{token === '' ? t('certification_page.link.none') : t('certification_page.link.hint')}</Text>
      {token !== '' && (
        <Stack gap={8}>
          <TextInput readOnly value={url} aria-label={t('certification_page.link.title')} onFocus={(event) => event.currentTarget.select()} />
          <Group gap={8}>
            <CopyButton value={url}>
              {({ copied, copy }) => <Button variant="default" leftSection={<IconCopy size={15} aria-hidden />} onClick={copy}>{t(copied ? 'certification_page.link.copied' : 'certification_page.link.copy')}</Button>}
            </CopyButton>
            <Button variant="subtle" component="a" href={url} target="_blank" rel="noreferrer" leftSection={<IconExternalLink size={15} aria-hidden />}>{t('certification_page.link.open')}</Button>
          </Group>
        </Stack>
      )}
    </Panel>
  );
} // prettier-ignore

export default function CertificatePage() {
  return (
    <RecordPage
      type="certificate"
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      register
    />
  );
}

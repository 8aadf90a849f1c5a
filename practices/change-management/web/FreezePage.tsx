import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Refs, Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Exception } from '../change-freeze.queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useT } from './useT.ts';

const first = [
  'startsAt',
  'endsAt',
  'scope',
  'subjectIds',
  'purpose',
  'allowsEmergency',
  'allowsStandard',
  'ownerId',
];
const sections = { side: ({ record }: SectionProps) => <Exceptions record={record} /> };

export default function FreezePage() {
  return (
    <RecordPage
      type="change-freeze"
      first={first}
      primary={['declare', 'let_pass', 'lift']}
      sections={sections}
      register
    />
  );
}

/** Which changes were let pass, by whom and why. */
function Exceptions({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const found = useQuery({
    queryKey: [...keys.record('change-freeze', record.number), 'exceptions'],
    queryFn: ({ signal }) => api.get<{ items: readonly Exception[]; refs: Refs }>(`/change-freezes/${encodeURIComponent(record.number)}/exceptions`, signal),
  }).data;
  return (
    <Panel title={t('freeze_page.exceptions')}>
      <Stack gap="sm">
        {found?.items.length === 0 && <Text size="sm" c="dimmed">{t('freeze_page.none')}</Text>}
        {found?.items.map(({ changeId, reason, byId, at }) => (
          <div key={changeId}>
            <RefLink id={changeId} refs={found.refs} />
            <Text size="sm">{reason}</Text>
            <Text size="xs" c="dimmed">{(byId !== null && found.refs[byId]?.title) || '—'} · {format.dateTime(at)}</Text>
          </div>
        ))}
        <Group>
          <Button size="xs" variant="default" leftSection={<IconCalendar size={14} aria-hidden />} renderRoot={(p) => <Link {...p} to="/changes/schedule" />}>{t('freeze_page.in_it')}</Button>
        </Group>
      </Stack>
    </Panel>
  );
} // prettier-ignore

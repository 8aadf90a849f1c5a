import { Button, Group, NumberInput, Paper, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { IconDice5, IconRoute } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { text, type Row } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta, useMetaType } from '../../../kernel/web/queries.ts';
import { NumberPicker, useFound } from '../../../kernel/web/record/NumberPicker.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { lastYear, useAuditWords, usePopulation, type Start } from './audit.web.ts';

/** What a horizontal trail goes through: the types that people work on. */
const worked = [
  'incident', 'major-incident', 'service-request', 'problem', 'change', 'release', 'transition', 'verification', 'article', 'document',
]; // prettier-ignore
/** Where emergencies are told from the rest. */
const urgent: Readonly<Record<string, string>> = { change: 'field:category', incident: 'field:priority' };

/** Vertical: one story along all its links. Horizontal: some of each process, from the whole period. */
export default function Trails({ start, audit }: { start: Start; audit: Row | null }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm" style={{ alignItems: 'start' }}>
      <Vertical />
      <Horizontal start={start} audit={audit} />
    </SimpleGrid>
  );
}

function Vertical() {
  const t = useAuditWords();
  const types = useMeta().types;
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const found = useFound(number, 12).data?.items.find((one) => one.number === number.trim());
  const plural = found?.plural ?? types.find(({ prefix }) => number.trim().startsWith(`${prefix}-`))?.plural;
  return (
    <Paper p="md" component="section" aria-label={t('audit.vertical')}>
      <Title order={2} size="h5">{t('audit.vertical')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('audit.vertical_hint')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (plural !== undefined) void navigate({ to: paths.chain(plural, number.trim()) });
        }}
      >
        <Group align="flex-end" gap="sm">
          <div style={{ flex: 1, minWidth: 200 }}>
            <NumberPicker label={t('audit.vertical_start')} value={number} onChange={setNumber} without="" />
          </div>
          <Button type="submit" disabled={plural === undefined} leftSection={<IconRoute size={15} aria-hidden />}>{t('audit.vertical_go')}</Button>
        </Group>
      </form>
    </Paper>
  );
} // prettier-ignore

function Horizontal({ start, audit }: { start: Start; audit: Row | null }) {
  const t = useAuditWords();
  const [n, setN] = useState(10);
  const [from, to] = audit ? [text(audit, 'periodFrom'), text(audit, 'periodTo')] : lastYear();
  const offered = start.types.filter(({ type }) => worked.includes(type));
  return (
    <Paper p="md" component="section" aria-label={t('audit.horizontal')}>
      <Title order={2} size="h5">{t('audit.horizontal')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('audit.horizontal_hint')}</Text>
      <NumberInput label={t('audit.how_many')} w={160} min={1} max={50} value={n} onChange={(value) => setN(Number(value) || 1)} mb="sm" />
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {worked.flatMap((type) => {
            const one = offered.find((each) => each.type === type);
            return one ? [<Process key={type} one={one} from={from} to={to} n={n} />] : [];
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
} // prettier-ignore

function Process({ one, from, to, n }: { one: Start['types'][number]; from: string; to: string; n: number }) {
  const t = useAuditWords();
  const labels = useLabels();
  const format = useFormat();
  const samples = useMetaType('audit-sample');
  const { data } = usePopulation({ recordType: one.type, filters: {}, periodFrom: from, periodTo: to, stratify: 'none', zone: 'UTC' });
  const ways = ['hours', 'month', urgent[one.type]].filter((way) => way !== undefined && one.strata.includes(way));
  const words = (way: string) =>
    way === 'hours' || way === 'month' ? t(`audit.strata.${way}`) : labels.field(one.type, way.slice('field:'.length));
  const address = (way: string) => `${paths.create('audit-samples')}${writeQuery({ type: one.type, from, to, n, by: way })}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={550}>{labels.plural(one.type)}</Text>
        <Text size="xs" c="dimmed">{data ? t('audit.in_period', { n: format.number(data.count) }) : '…'}</Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end">
          {samples.create.allowed && data !== undefined && data.count > 0 && ways.map((way) => (
            <Button key={way} size="compact-sm" variant="light" leftSection={<IconDice5 size={14} aria-hidden />} renderRoot={(p) => <Link {...p} to={address(way ?? '')} />}>
              {words(way ?? '')}
            </Button>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore

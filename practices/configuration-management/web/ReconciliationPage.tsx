import {
  Alert,
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconArrowsDiff, IconCopy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { NumberPicker } from '../../../kernel/web/record/NumberPicker.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { differenceKinds } from '../difference.fields.ts';
import { useDifferences, useFieldName, useT, type DifferenceRow } from './reconciliation.web.ts';
import { Sides } from './Sides.tsx';

/** The reconciliation queue: each difference side by side, one or many resolved at once. */
export default function ReconciliationPage() {
  const t = useT();
  const labels = useLabels();
  const [kind, setKind] = useState('');
  const [limit, setLimit] = useState(50);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = useDifferences(kind, limit);
  const meta = useMetaType('difference');
  const rows = (found.data?.items ?? []) as readonly DifferenceRow[];
  const choose = (numbers: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...numbers] : [...before].filter((one) => !numbers.includes(one))));
  const way = (to: string, words: string, Icon: typeof IconCopy) => (
    <Button variant="default" leftSection={<Icon size={15} aria-hidden />} renderRoot={(props) => <Link {...props} to={to} />}>{words}</Button>
  );
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">{t('reconciliation.queue')}</Title>
          <Text size="sm" c="dimmed">{t('reconciliation.hint')}</Text>
        </div>
        <Group gap="xs">
          {way(paths.queue('feeds', { 'filter[open]': 'true' }), t('reconciliation.feeds'), IconArrowsDiff)}
          {way('/configuration-duplicates', t('reconciliation.duplicates'), IconCopy)}
        </Group>
      </Group>
      <Group justify="space-between">
        <Checkbox label={t('reconciliation.choose_all')} checked={rows.length > 0 && rows.every((row) => chosen.has(row.number))}
          indeterminate={chosen.size > 0 && !rows.every((row) => chosen.has(row.number))} onChange={(event) => choose(rows.map((row) => row.number), event.currentTarget.checked)} />
        <Select size="xs" allowDeselect={false} aria-label={labels.field('difference', 'kind')} value={kind} onChange={(next) => setKind(next ?? '')}
          data={[{ value: '', label: t('reconciliation.all_kinds') }, ...differenceKinds.map((one) => ({ value: one, label: labels.option('difference', 'kind', one) }))]} />
      </Group>
      {chosen.size > 0 && <Resolve numbers={[...chosen]} onDone={(left) => setChosen(new Set(left))} />}
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : found.isPending ? <Loading minHeight={240} />
        : rows.length === 0 ? <Empty title={t('reconciliation.nothing')} />
        : rows.map((row) => <One key={row.id} row={row} refs={found.data.refs} meta={meta} on={chosen.has(row.number)} onChoose={(on) => choose([row.number], on)} />)}
      {found.data?.nextCursor && limit < 200 && <Button variant="subtle" onClick={() => setLimit(200)}>{t('reconciliation.more')}</Button>}
    </Stack>
  );
} // prettier-ignore

type OneProps = {
  readonly row: DifferenceRow;
  readonly refs: Parameters<typeof RefLink>[0]['refs'];
  readonly meta: ReturnType<typeof useMetaType>;
  readonly on: boolean;
  readonly onChoose: (on: boolean) => void;
};
function One({ row, refs, meta, on, onChoose }: OneProps) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const fieldName = useFieldName();
  const loud = row.kind === 'unlinked_edit' || row.kind === 'missing_item';
  return (
    <Paper p="sm" component="article" aria-label={row.title}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Checkbox mt={3} aria-label={t('reconciliation.choose', { title: row.title })} checked={on} onChange={(event) => onChoose(event.currentTarget.checked)} />
        <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
          <Group gap="xs" justify="space-between">
            <Group gap="xs">
              <Badge variant="light" tt="none" color={loud ? 'red' : row.kind === 'new_item' ? 'teal' : 'gray'}>{labels.option('difference', 'kind', row.kind)}</Badge>
              <Text size="sm" fw={600} component="div">{row.ciId ? <RefLink id={row.ciId} refs={refs} /> : row.title}</Text>
              {row.kind === 'attribute' && row.field && <Text size="sm">{fieldName(row.field)}</Text>}
            </Group>
            <Group gap="xs">
              {row.state !== 'open' && <StateBadge meta={meta} state={row.state} />}
              <Text size="xs" c="dimmed">{[row.origin, row.ref].filter(Boolean).join(' · ')}</Text>
              <Anchor size="xs" renderRoot={(props) => <Link {...props} to={paths.record('differences', row.number)} />}>{row.number}</Anchor>
            </Group>
          </Group>
          <Sides one={row} />
          <Text size="xs" c="dimmed">{t('reconciliation.seen', { date: format.dateTime(row.firstSeenAt) })}</Text>
        </Stack>
      </Group>
    </Paper>
  );
} // prettier-ignore

/** One answer for all that are chosen; each is judged for itself, and what is refused stays chosen and says why. */
function Resolve({ numbers, onDone }: { readonly numbers: readonly string[]; readonly onDone: (left: readonly string[]) => void }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const [change, setChange] = useState('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const run = async (action: 'accept' | 'reject' | 'raise') => {
    setBusy(action);
    const left: string[] = [];
    const why: string[] = [];
    const said = reason.trim() === '' ? {} : { reason: reason.trim() };
    const cited = action === 'accept' && change.trim() !== '' ? { changeRef: change.trim().split(' ')[0] } : {};
    for (const number of numbers) {
      try {
        await api.post(endpoints.transition('differences', number, action), { ...said, ...cited });
      } catch (error) {
        left.push(number);
        why.push(`${number}: ${words(error)}`);
      }
    }
    setBusy('');
    setRefused(why);
    if (left.length < numbers.length) celebrate(t('reconciliation.done', { n: numbers.length - left.length }));
    await Promise.all(['difference', 'ci', 'change'].map((type) => client.invalidateQueries({ queryKey: keys.type(type) })));
    onDone(left);
  };
  const button = (action: 'accept' | 'reject' | 'raise', variant: string, color?: string) => (
    <Button variant={variant} {...(color ? { color } : {})} loading={busy === action} disabled={busy !== ''} onClick={() => void run(action)}>{labels.action('difference', action)}</Button>
  );
  return (
    <Paper p="sm" style={{ position: 'sticky', top: 0, zIndex: 2 }} shadow="sm" withBorder>
      <Group align="flex-end" gap="sm">
        <Text size="sm" fw={600} pb={8}>{t('reconciliation.chosen', { n: numbers.length })}</Text>
        <NumberPicker label={t('reconciliation.change')} value={change} onChange={setChange} without="" />
        <TextInput label={t('reconciliation.reason')} value={reason} maxLength={2000} style={{ flex: 1, minWidth: 180 }} onChange={(event) => setReason(event.currentTarget.value)} />
        {button('accept', 'filled')}
        {button('reject', 'default')}
        {button('raise', 'light', 'red')}
      </Group>
      {refused.length > 0 && <Alert color="red" role="alert" mt="sm" title={t('reconciliation.refused', { n: refused.length })}>{refused.slice(0, 20).map((line) => <Text size="sm" key={line}>{line}</Text>)}</Alert>}
    </Paper>
  );
} // prettier-ignore

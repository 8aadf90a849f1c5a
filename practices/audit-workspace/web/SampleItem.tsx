import { Anchor, Badge, Button, Collapse, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { text, value, type MetaType, type Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { Details } from '../../../kernel/web/record/Details.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useAuditWords, useTransition, type Item } from './audit.web.ts';
import { useStratum } from './sample-overrides.tsx';

const results = ['conform', 'observation', 'finding'] as const;
const colors = { conform: 'teal', observation: 'yellow', finding: 'red' } as const;

/** One drawn record: its number, as it was, and what the auditor says of it. */
export function SampleItem({ sample, item, stratified }: { sample: Whole; item: Item; stratified: boolean }) {
  const t = useAuditWords();
  const format = useFormat();
  const stratum = useStratum(text(sample, 'recordType'), text(sample, 'stratify'));
  const [open, setOpen] = useState(false);
  const meta = useMeta().types.find(({ type }) => type === value(sample, 'recordType'));
  const { record } = item;
  return (
    <div style={{ borderTop: '1px solid var(--mantine-color-default-border)', padding: '10px 0' }}>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed" w={28} ta="right" style={{ flexShrink: 0 }}>{item.position}</Text>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Group gap={8}>
            <Anchor size="sm" fw={600} renderRoot={(p) => <Link {...p} to={paths.record(meta?.plural ?? '', item.number)} />}>{item.number}</Anchor>
            {record && <StateBadge meta={meta} state={record.state} size="sm" />}
            {stratified && <Badge size="sm" color="gray" variant="default">{stratum(item.stratum)}</Badge>}
            {item.changedSince && <Text size="xs" c="dimmed">{t('audit.sample.changed')}</Text>}
            {!item.intact && <Badge size="sm" color="red">{t('audit.sample.altered')}</Badge>}
            {item.result !== null && <Badge size="sm" color={colors[item.result]}>{t(`audit_engagement.option.result.${item.result}`)}</Badge>}
          </Group>
          <Text size="sm">{record ? record.title : t('audit.sample.hidden')}</Text>
          {item.note !== null && <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>{item.note}</Text>}
          {item.by !== null && item.at !== null && <Text size="xs" c="dimmed">{item.by} · {format.dateTime(item.at)}</Text>}
        </div>
        <Button size="compact-sm" variant="subtle" aria-expanded={open} aria-label={`${item.number}: ${t('audit.sample.show')}`} onClick={() => setOpen(!open)}>
          {t('audit.sample.show')}
        </Button>
      </Group>
      {open && (
        <Collapse expanded={open} pl={38} pt="sm">
          {record && meta && <Then meta={meta} item={item} />}
          <Text size="xs" c="dimmed" my={6} style={{ overflowWrap: 'anywhere' }}>{t('audit.sample.hash')}: {item.hash}</Text>
          {sample.can['note']?.ok === true && <Judge key={`${item.result} ${item.note}`} sample={sample} item={item} />}
        </Collapse>
      )}
    </div>
  );
} // prettier-ignore

function Then({ meta, item }: { meta: MetaType; item: Item }) {
  const frozen = { ...item.record, can: {}, clocks: [], refs: item.refs, pending: [] } as unknown as Whole;
  return <Details meta={meta} record={frozen} only={(field) => value(frozen, field.key) != null} />;
}

function Judge({ sample, item }: { sample: Whole; item: Item }) {
  const t = useAuditWords();
  const [result, setResult] = useState<string>(item.result ?? '');
  const [note, setNote] = useState(item.note ?? '');
  const save = useTransition('audit-sample', 'audit-samples', sample.number, 'note');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ item: { position: item.position, result: result === '' ? null : result, note: note.trim() === '' ? null : note } });
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('audit.result')}
        value={result}
        onChange={setResult}
        data={[{ value: '', label: t('audit.no_result') }, ...results.map((one) => ({ value: one, label: t(`audit_engagement.option.result.${one}`) }))]}
      />
      <Textarea mt={6} aria-label={t('audit.sample.note')} placeholder={t('audit.sample.note')} autosize minRows={2} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
      <Button mt={6} size="compact-sm" type="submit" loading={save.isPending}>{t('audit.save')}</Button>
    </form>
  );
} // prettier-ignore

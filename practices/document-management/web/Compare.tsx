import { Anchor, Group, Paper, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { documentPath, useT, useVersion, useVersions, type Texts, type Version } from './document.web.ts';
import { WordDiff } from './WordDiff.tsx';

const fields = ['titleEn', 'titleZh', 'bodyEn', 'bodyZh'] as const;
const working = 'work';

/** Two versions word by word, or the last one and what is in work: what approvers must see, and auditors ask for. */
export default function Compare() {
  const t = useT();
  const { number = '' } = useParams({ strict: false });
  const search: { a?: string | number; b?: string | number } = useSearch({ strict: false });
  const navigate = useNavigate();
  const format = useFormat();
  const [beside, setBeside] = useState(false);
  const [frozen, setFrozen] = useState(false);
  const record = useQuery(recordQuery(useMetaType('document'), number));
  const versions = useVersions(number);
  useEffect(() => {
    document.title = `${t('document_page.compare_title', { number })} · Servanda`;
  }, [t, number]);
  const items = versions.data?.items ?? [];
  const drafted = ['revising', 'in_review', 'draft'].includes(record.data?.state ?? '');
  const named = (given: string | number | undefined) =>
    typeof given === 'number' ? given.toFixed(1) : given;
  const b = named(search.b) ?? (drafted ? working : (items[0]?.version ?? ''));
  const a = named(search.a) ?? (b === working ? items[0]?.version : items[1]?.version) ?? b;
  const chosen = (one: string) => (one === '' || one === working ? undefined : one);
  const older = useVersion(number, chosen(a));
  const newer = useVersion(number, chosen(b));
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (record.isPending || versions.isPending) return <Loading minHeight={320} />;
  const from = a === working ? copyOf(record.data) : textsOf(older.data, frozen);
  const to = b === working ? copyOf(record.data) : textsOf(newer.data, frozen);
  const choices = [
    ...(drafted ? [{ value: working, label: t('document_page.compare_working') }] : []),
    ...items.map((one) => ({
      value: one.version,
      label: `${t('document_page.version', { version: one.version })} · ${format.day(one.effectiveOn)}`,
    })),
  ];
  const choose = (part: Readonly<Record<string, string | null>>) =>
    void navigate({ to: documentPath(number, 'versions'), search: { a, b, ...part }, replace: true });
  return (
    <Stack gap="sm" p="md" maw={1500}>
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.record('documents', number)} />}>
          {String(value(record.data, 'code'))} {record.data.title}
        </Anchor>
        <Title order={1} size="h3">
          {t('document_page.compare_title', { number })}
        </Title>
      </div>
      <Group gap="sm" align="flex-end">
        <Select w={260} label={t('document_page.compare_older')} data={choices} value={a} allowDeselect={false} onChange={(next) => choose({ a: next })} />
        <Select w={260} label={t('document_page.compare_newer')} data={choices} value={b} allowDeselect={false} onChange={(next) => choose({ b: next })} />
        <Segments
          label={t('document_page.compare')}
          value={beside ? 'beside' : 'inline'}
          choices={[
            { value: 'inline', label: t('document_page.compare_inline') },
            { value: 'beside', label: t('document_page.compare_beside') },
          ]}
          onChange={(next) => setBeside(next === 'beside')}
        />
        <Switch
          mb={6}
          label={t('document_page.compare_frozen')}
          checked={frozen}
          disabled={a === working || b === working}
          onChange={(e) => setFrozen(e.currentTarget.checked)}
        />
      </Group>
      {from && to ? <Differences from={from} to={to} beside={beside} /> : <Loading />}
    </Stack>
  );
} // prettier-ignore

const copyOf = (record: Whole): Texts => {
  const text = (key: string) => {
    const found = value(record, key);
    return typeof found === 'string' ? found : null;
  };
  return {
    titleEn: text('titleEn'),
    titleZh: text('titleZh'),
    bodyEn: text('bodyEn'),
    bodyZh: text('bodyZh'),
  };
};

const textsOf = (version: Version | undefined, frozen: boolean): Texts | undefined =>
  version && frozen ? { ...version, bodyEn: version.frozenEn, bodyZh: version.frozenZh } : version;

function Differences({ from, to, beside }: { from: Texts; to: Texts; beside: boolean }) {
  const t = useT();
  const labels = useLabels();
  const changed = fields.filter((field) => (from[field] ?? '') !== (to[field] ?? ''));
  if (changed.length === 0) return <Text c="dimmed">{t('document_page.compare_same')}</Text>;
  return changed.map((field) => (
    <Paper key={field} p="md" component="section" aria-label={labels.field('document', field)}>
      <Title order={2} size="h5" mb="xs">
        {labels.field('document', field)}
      </Title>
      <WordDiff from={from[field] ?? ''} to={to[field] ?? ''} beside={beside} />
    </Paper>
  ));
}

import { Anchor, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { diff } from './diff.ts';
import { articlePath, useT, useVersion, useVersions, type TextField, type Version } from './knowledge.web.ts';
import styles from './compare.module.css';

const texts: readonly TextField[] = [
  'titleEn',
  'titleZh',
  'summaryEn',
  'summaryZh',
  'bodyEn',
  'bodyZh',
  'tags',
];
const working = '0';

/** Two versions side by side, or the last one and the working copy: what approvers must see, and auditors ask for. */
export default function Compare() {
  const t = useT();
  const { number = '' } = useParams({ strict: false });
  const search: { a?: string | number; b?: string | number } = useSearch({ strict: false });
  const navigate = useNavigate();
  const format = useFormat();
  const record = useQuery(recordQuery(useMetaType('article'), number));
  const versions = useVersions(number);
  useEffect(() => {
    document.title = `${t('knowledge.compare_title', { number })} · Servanda`;
  }, [t, number]);
  const items = versions.data?.items ?? [];
  const drafted = ['revising', 'in_review'].includes(record.data?.state ?? '');
  const newest = drafted ? working : String(items[0]?.version ?? '');
  const b = String(search.b ?? newest);
  const a = String(search.a ?? (b === working ? items[0]?.version : items[1]?.version) ?? b);
  const older = useVersion(number, a === '' || a === working ? undefined : Number(a));
  const newer = useVersion(number, b === '' || b === working ? undefined : Number(b));
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (record.isPending || versions.isPending) return <Loading minHeight={320} />;
  const from = a === working ? copyOf(record.data) : older.data;
  const to = b === working ? copyOf(record.data) : newer.data;
  const choices = [
    ...(drafted ? [{ value: working, label: t('knowledge.compare_working') }] : []),
    ...items.map((one) => ({
      value: String(one.version),
      label: `${t('knowledge.version', { version: one.version })} · ${format.dateTime(one.publishedAt)}`,
    })),
  ];
  const choose = (part: Readonly<Record<string, string | null>>) =>
    void navigate({ to: articlePath(number, 'versions'), search: { a, b, ...part }, replace: true });
  return (
    <Stack gap="sm" p="md" maw={1100}>
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.record('articles', number)} />}>
          {number} {record.data.title}
        </Anchor>
        <Title order={1} size="h3">
          {t('knowledge.compare_title', { number })}
        </Title>
      </div>
      <Group gap="sm" grow maw={720}>
        <Select label={t('knowledge.compare_older')} data={choices} value={a} allowDeselect={false} onChange={(next) => choose({ a: next })} />
        <Select label={t('knowledge.compare_newer')} data={choices} value={b} allowDeselect={false} onChange={(next) => choose({ b: next })} />
      </Group>
      {from && to ? <Differences from={from} to={to} /> : <Loading />}
    </Stack>
  );
} // prettier-ignore

const copyOf = (record: Whole): Partial<Version> =>
  Object.fromEntries(texts.map((field) => [field, value(record, field)])) as Partial<Version>;

function Differences({ from, to }: { from: Partial<Version>; to: Partial<Version> }) {
  const t = useT();
  const labels = useLabels();
  const changed = texts.filter((field) => (from[field] ?? '') !== (to[field] ?? ''));
  const lists = (['services', 'categories', 'for'] as const).filter(
    (field) => from[field] && to[field] && String(from[field]) !== String(to[field]),
  );
  const audience = from.audience && to.audience && from.audience !== to.audience;
  if (changed.length + lists.length === 0 && !audience)
    return <Text c="dimmed">{t('knowledge.compare_same')}</Text>;
  const names = { services: 'serviceIds', categories: 'categoryIds', for: 'audience' } as const;
  return (
    <>
      {audience && (
        <Part
          name={labels.field('article', 'audience')}
          from={labels.option('article', 'audience', from.audience)}
          to={labels.option('article', 'audience', to.audience)}
        />
      )}
      {lists.map((field) => (
        <Part
          key={field}
          name={labels.field('article', names[field])}
          from={(from[field] ?? []).join('\n')}
          to={(to[field] ?? []).join('\n')}
        />
      ))}
      {changed.map((field) => (
        <Part
          key={field}
          name={labels.field('article', field)}
          from={from[field] ?? ''}
          to={to[field] ?? ''}
        />
      ))}
    </>
  );
}

function Part({ name, from, to }: { name: string; from: string; to: string }) {
  return (
    <Paper p="md" component="section" aria-label={name}>
      <Title order={2} size="h5" mb="xs">
        {name}
      </Title>
      <div className={styles['diff']}>
        {diff(from, to).map((line, i) => {
          const Tag = line.kind === 'gone' ? 'del' : line.kind === 'new' ? 'ins' : 'div';
          // oxlint-disable-next-line react/no-array-index-key -- lines repeat and never move
          return <Tag key={i}>{line.text === '' ? '\u00a0' : line.text}</Tag>;
        })}
      </div>
    </Paper>
  );
}

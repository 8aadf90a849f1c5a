import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import { parseQuery } from '../../../platform/ui/search-params.ts';
import type { ListPage, MetaType } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMeta } from '../../../kernel/web/queries.ts';
import { useReadinessWords, type Check, type Requirement } from './readiness.web.ts';
import { signs, toneClass } from './tone.ts';
import styles from './readiness.module.css';

/** What each check demands, what it found, and the records behind both figures. */
export function Checks({ one }: { one: Requirement }) {
  return (
    <div>
      {one.checks.map((check) => (
        <Row key={check.key} check={check} />
      ))}
    </div>
  );
}

function Row({ check }: { check: Check }) {
  const t = useReadinessWords();
  const lacking = check.status === 'partly' || check.status === 'missing';
  return (
    <div className={styles['check']}>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <span className={`${styles['sign']} ${toneClass(check.status)}`} role="img" aria-label={t(`readiness.tone.${check.status}`)}>
          {signs[check.status]}
        </span>
        <Stack gap={3} style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={550}>{check.demand}</Text>
          <Figures check={check} />
          {lacking && <Text size="sm"><Text span size="sm" c="dimmed">{t('readiness.one.why')}: </Text>{check.lack}</Text>}
          {check.failure !== null && <Text size="sm" c="red" role="alert">{t('readiness.one.failed', { why: check.failure })}</Text>}
          {check.kind === 'each' && check.faults > 0 && check.records.fault !== null && <Faults check={check} />}
        </Stack>
      </Group>
    </div>
  );
} // prettier-ignore

function Figures({ check }: { check: Check }) {
  const t = useReadinessWords();
  const format = useFormat();
  const now = useNow();
  const past = check.lapsesAt !== null && Date.parse(check.lapsesAt) < now;
  return (
    <Group gap={12}>
      {check.n === 0 ? (
        <Text size="xs" c="dimmed">{t('readiness.one.nothing_looked')}</Text>
      ) : (
        <To records={check.records.all}>{t('readiness.one.looked', { count: check.n })}</To>
      )}
      {check.kind === 'each' && check.n > 0 && (check.faults > 0
        ? <To records={check.records.fault} strong>{t('readiness.one.faulty', { count: check.faults })}</To>
        : <Text size="xs" c="dimmed">{t('readiness.one.none_faulty')}</Text>)}
      {check.newestAt !== null && <Text size="xs" c="dimmed" title={format.full(check.newestAt)}>{t('readiness.one.newest', { ago: format.ago(check.newestAt) })}</Text>}
      {check.lapsesAt !== null && (
        <Text size="xs" c={past ? 'red' : 'dimmed'}>{t(past ? 'readiness.one.lapsed' : 'readiness.one.lapses', { at: format.date(check.lapsesAt) })}</Text>
      )}
    </Group>
  );
} // prettier-ignore

function To({
  records,
  strong = false,
  children,
}: {
  records: string | null;
  strong?: boolean;
  children: string;
}) {
  const look = { size: 'xs' as const, ...(strong ? { fw: 650, c: 'red' } : {}) };
  if (records === null) return <Text {...look}>{children}</Text>;
  const [path = '', query = ''] = records.split('?');
  return (
    <Anchor {...look} renderRoot={(p) => <Link {...p} to={path} search={parseQuery(query)} />}>
      {children}
    </Anchor>
  );
}

const shownFirst = 5;

/** Fetched through the list itself, so that nobody sees a record here that they would not see there. */
function Faults({ check }: { check: Check }) {
  const t = useReadinessWords();
  const meta: MetaType | undefined = useMeta().types.find(({ type }) => type === check.recordType);
  const records = check.records.fault ?? '';
  const page = useQuery({
    queryKey: [...keys.lists(check.recordType ?? ''), 'faults', records],
    queryFn: ({ signal }) => api.get<ListPage>(`${records}&limit=${shownFirst}&sort=-createdAt`, signal),
    enabled: meta?.visible === true,
  });
  if (meta?.visible !== true) return <Text size="xs" c="dimmed">{t('readiness.one.hidden_faults')}</Text>;
  if (page.isPending) return <Skeleton height={22 * Math.min(check.faults, shownFirst)} />;
  const items = page.data?.items ?? [];
  if (items.length === 0) return <Text size="xs" c="dimmed">{t('readiness.one.hidden_faults')}</Text>;
  return (
    <Stack gap={3} mt={4} role="list" aria-label={t('readiness.one.faults')}>
      {items.map((row) => (
        <Group key={row.id} gap={8} wrap="nowrap" role="listitem">
          <Anchor size="xs" style={{ whiteSpace: 'nowrap' }} renderRoot={(p) => <Link {...p} to={paths.record(meta.plural, row.number)} />}>{row.number}</Anchor>
          <Text size="xs" truncate style={{ flex: 1 }}>{row.title}</Text>
          <StateBadge meta={meta} state={row.state} size="sm" />
        </Group>
      ))}
      {check.faults > items.length && <To records={check.records.fault}>{t('readiness.one.all_faults')}</To>}
    </Stack>
  );
} // prettier-ignore

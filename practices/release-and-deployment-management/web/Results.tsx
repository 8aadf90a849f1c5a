import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useResults } from './release.web.ts';
import { useT } from './useT.ts';

/** What came after it: the figures, and the incidents that they count. */
export function Results({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const found = useResults(record).data;
  if (!found) return null;
  const { counts, incidents } = found;
  const figure = (n: number, words: string, bad = false) => (
    <div>
      <Text size="xl" fw={650} lh={1.1} {...(bad && n > 0 ? { c: 'red' } : {})}>{n}</Text>
      <Text size="xs" c="dimmed">{words}</Text>
    </div>
  ); // prettier-ignore
  return (
    <Panel title={t('release_page.incidents')}>
      <Group gap="xl" mb="sm">
        {figure(counts.within7, t('release_page.within', { days: 7 }))}
        {figure(counts.within30, t('release_page.within', { days: 30 }))}
        {figure(counts.caused, t('release_page.caused'), true)}
      </Group>
      {counts.within30 === 0 && (
        <Text size="sm" c="dimmed">
          {t('release_page.no_incidents')}
        </Text>
      )}
      {counts.hidden > 0 && (
        <Text size="xs" c="dimmed">
          {t('release_page.hidden', { count: counts.hidden })}
        </Text>
      )}
      <Stack gap={4}>
        {incidents.slice(0, 50).map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap" gap="xs">
            <Anchor
              size="sm"
              truncate
              renderRoot={(p) => <Link {...p} to={paths.record('incidents', one.number)} />}
            >
              {one.number} {one.title}
            </Anchor>
            <Group gap={6} wrap="nowrap">
              {one.caused && <Badge color="red">{t('release_page.of_its_making')}</Badge>}
              <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {format.short(one.occurredAt)}
              </Text>
            </Group>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** Beside it: problems whose fix it brings out, and what pipelines told. */
export function Side({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const found = useResults(record).data;
  if (!found) return null;
  return (
    <>
      {found.problems.length > 0 && (
        <Panel title={t('release_page.problems')}>
          {found.problems.map(({ id, number, title }) => (
            <Anchor key={id} size="sm" renderRoot={(p) => <Link {...p} to={paths.record('problems', number)} />}>
              {number} {title}
            </Anchor>
          ))}
        </Panel>
      )}
      {found.runs.length > 0 && (
        <Panel title={t('release_page.runs')}>
          <Stack gap={4}>
            {found.runs.map(({ run, event, at, byId }) => (
              <div key={`${run} ${event}`}>
                <Text size="sm" truncate>
                  {run} · {event}
                </Text>
                <Text size="xs" c="dimmed" component="div">
                  {format.short(at)} {byId !== null && <RefLink id={byId} refs={found.refs} plain />}
                </Text>
              </div>
            ))}
          </Stack>
        </Panel>
      )}
    </>
  );
} // prettier-ignore

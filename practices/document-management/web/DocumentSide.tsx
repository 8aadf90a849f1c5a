import { Anchor, Badge, Button, Group, Progress, Stack, Text, Tooltip } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { documentPath, useGuidance, useReaders, useT, useUses, useVersions } from './document.web.ts';

/** Who has read a document, where it is used, and every version it had. */
export function DocumentSide({ record }: { record: Whole }) {
  const guidance = useGuidance({
    documentClass: value(record, 'documentClass'),
    origin: value(record, 'origin'),
  });
  return (
    <>
      <ReadersPanel record={record} />
      <VersionsPanel record={record} />
      <UsesPanel record={record} />
      <GuidancePanel {...guidance} />
    </>
  );
}

const mostNames = 8;

function ReadersPanel({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const found = useReaders(record.number).data;
  const version = value(record, 'effectiveVersion');
  if (typeof version !== 'string' || !found) return null;
  const { asked, acknowledged, people } = found;
  const missing = people.filter((one) => one.at === null);
  const done = people.filter((one) => one.at !== null);
  if (asked === 0)
    return (
      <Panel title={t('document_page.readers')}>
        <Text size="xs" c="dimmed">
          {t('document_page.readers_nobody')}
        </Text>
      </Panel>
    );
  return (
    <Panel title={t('document_page.readers')} aside={<Text fw={600}>{format.percent(acknowledged / asked)}</Text>}>
      <Progress value={(acknowledged / asked) * 100} size="sm" mb={6} aria-label={t('document_page.readers')} />
      <Text size="xs" c="dimmed" mb="xs">
        {t('document_page.readers_of', { acknowledged, asked, version })}
      </Text>
      <Stack gap={6}>
        {missing.length > 0 && (
          <div>
            <Text size="xs" fw={600}>
              {t('document_page.readers_missing')}
            </Text>
            <Text size="sm">{missing.slice(0, mostNames).map(({ name }) => name).join(', ')}</Text>
            {asked - acknowledged > mostNames && (
              <Text size="xs" c="dimmed">
                {t('document_page.readers_more', { count: asked - acknowledged - mostNames })}
              </Text>
            )}
          </div>
        )}
        {done.length > 0 && (
          <div>
            <Text size="xs" fw={600}>
              {t('document_page.readers_done')}
            </Text>
            {done.slice(0, mostNames).map((one) => (
              <Group key={one.id} justify="space-between" gap={4}>
                <Text size="sm">{one.name}</Text>
                <Text size="xs" c="dimmed">
                  {one.at === null ? '' : format.date(one.at)}
                </Text>
              </Group>
            ))}
            {acknowledged > mostNames && (
              <Text size="xs" c="dimmed">
                {t('document_page.readers_more', { count: acknowledged - mostNames })}
              </Text>
            )}
          </div>
        )}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function VersionsPanel({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const versions = useVersions(record.number).data?.items ?? [];
  const names = (list: readonly string[]) => (list.length === 0 ? '–' : list.join(', '));
  return (
    <Panel
      title={t('document_page.versions')}
      aside={
        versions.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconGitCompare size={14} aria-hidden />}
            renderRoot={(p) => <Link {...p} to={documentPath(record.number, 'versions')} />}
          >
            {t('document_page.compare')}
          </Button>
        )
      }
    >
      <Stack gap={10}>
        {versions.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('document_page.no_versions')}
          </Text>
        )}
        {versions.map((one) => (
          <div key={one.version}>
            <Group gap={6}>
              <Text size="sm" fw={600}>
                {t('document_page.version', { version: one.version })}
              </Text>
              {one.version === value(record, 'effectiveVersion') && (
                <Badge size="xs" variant="light" color="teal">
                  {t('document_page.in_force')}
                </Badge>
              )}
              {one.sodException && (
                <Badge size="xs" variant="light" color="orange">
                  {t('document_page.sod')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {t('document_page.version_since', { date: format.day(one.effectiveOn) })}
            </Text>
            {one.changeNote !== null && <Text size="sm">{one.changeNote}</Text>}
            <Text size="xs" c="dimmed">
              {t('document_page.version_by', { authors: names(one.authors), reviewers: names(one.reviewers), approvers: names(one.approvers) })}
            </Text>
            <Tooltip label={one.contentHash} multiline maw={320} style={{ wordBreak: 'break-all' }}>
              <Text size="xs" c="dimmed" ff="monospace" truncate tabIndex={0}>
                {t('document_page.hash', { hash: one.contentHash.slice(0, 16) })}…
              </Text>
            </Tooltip>
          </div>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function UsesPanel({ record }: { record: Whole }) {
  const t = useT();
  const types = useMeta().types;
  const found = useUses(record.number).data;
  if (!found) return null;
  const { practices, places } = found;
  return (
    <Panel title={t('document_page.uses')}>
      <Stack gap={8}>
        {practices.length > 0 && (
          <div>
            <Text size="xs" fw={600} mb={2}>
              {t('document_page.uses_practices')}
            </Text>
            <Group gap={4}>
              {practices.flatMap(({ clauses }) => clauses).map((clause) => (
                <Badge key={clause} color="gray" variant="light">
                  {clause}
                </Badge>
              ))}
            </Group>
          </div>
        )}
        {places.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('document_page.uses_none')}
          </Text>
        )}
        {places.map((one) => (
          <div key={`${one.number}${one.why}`}>
            <Group gap={6} wrap="nowrap" justify="space-between" align="flex-start">
              <Anchor size="sm" lineClamp={2} renderRoot={(p) => <Link {...p} to={paths.record(one.plural, one.number)} />}>
                {one.title}
              </Anchor>
              <StateBadge meta={types.find((x) => x.type === one.type)} state={one.state} size="sm" />
            </Group>
            <Text size="xs" c="dimmed">
              {one.number} · {t(`document_page.why.${one.why}`)}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

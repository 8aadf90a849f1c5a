import { Anchor, Button, Group, Paper, Stack, TagsInput, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { Bars } from '../../../kernel/web/record/Bars.tsx';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useEffectOf, useProblemPageWords } from './problem.web.ts';

const shown = 8;

/** What it causes: its incidents by month, before and after the fix with their numbers, and the latest of them. */
export function EffectPanel({ record }: { record: Whole }) {
  const t = useProblemPageWords();
  const format = useFormat();
  const incident = useMetaType('incident');
  const effect = useEffectOf(record.number).data;
  const [linking, setLinking] = useState(false);
  if (!effect) return null;
  const { months, before, after, days, resolvedAt, incidents } = effect;
  const fix = resolvedAt === null ? -1 : months.findIndex(({ month }) => month === resolvedAt.slice(0, 7));
  const share = before === 0 ? null : (before - after) / before;
  return (
    <Paper p="md" component="section" aria-label={t('pm.incidents')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('pm.incidents')}
        </Title>
        {record.can['link_incidents']?.ok === true && !linking && (
          <Button variant="subtle" onClick={() => setLinking(true)}>
            {t('pm.link')}
          </Button>
        )}
      </Group>
      {linking && <LinkForm number={record.number} onClose={() => setLinking(false)} />}
      {incidents.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('pm.no_incidents')}
        </Text>
      ) : (
        <Stack gap={8}>
          <div>
            <Bars
              label={t('pm.by_month')}
              bars={months.map(({ month, n }) => ({ label: month, n }))}
              fixAt={fix < 0 ? undefined : fix + 0.5}
            />
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {format.month(`${months[0]?.month ?? ''}-15T00:00:00Z`)}
              </Text>
              <Text size="xs" c="dimmed">
                {t('pm.by_month')}
              </Text>
            </Group>
          </div>
          {resolvedAt !== null && (
            <Text size="sm">
              {t('pm.before_after', { days, before, after })}
              {share !== null && (
                <Text span fw={600} c={share >= 0 ? 'teal' : 'red'}>
                  {' · '}
                  {share >= 0
                    ? t('pm.fewer', { share: format.percent(share) })
                    : t('pm.more', { share: format.percent(-share) })}
                </Text>
              )}
            </Text>
          )}
          {incidents.slice(0, shown).map((i) => (
            <Group key={i.number} gap={6} justify="space-between" wrap="nowrap">
              <Anchor
                size="sm"
                truncate
                style={{ minWidth: 0 }}
                renderRoot={(p) => <Link {...p} to={paths.record('incidents', i.number)} />}
              >
                {i.number} {i.title}
              </Anchor>
              <StateBadge meta={incident} state={i.state} size="sm" />
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  );
}

function LinkForm({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useProblemPageWords();
  const words = useProblemWords();
  const [incidents, setIncidents] = useState<string[]>([]);
  const link = useTransition({ type: 'problem', number }, 'link_incidents');
  const { byField } = fieldErrors(link.error, ['incidents']);
  return (
    <Stack gap={6} mb="sm">
      <TagsInput
        aria-label={t('pm.link')}
        description={t('pm.link_hint')}
        placeholder="INC-000123"
        value={incidents}
        onChange={setIncidents}
        splitChars={[',', ' ', '，', '、']}
        error={byField['incidents'] ?? (link.error === null ? undefined : words(link.error))}
        data-autofocus
      />
      <Group gap={6}>
        <Button
          loading={link.isPending}
          disabled={incidents.length === 0}
          onClick={() => link.mutate({ incidents }, { onSuccess: onClose })}
        >
          {t('pm.link')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('pm.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

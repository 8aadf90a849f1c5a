import { Anchor, Badge, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty } from '../../../platform/ui/States.tsx';
import { useAuditWords, type Requirement } from './audit.web.ts';

const colors = { met: 'teal', partly: 'yellow', missing: 'red', none: 'gray', failed: 'red' } as const;

/** How a requirement is answered, in a word. */
export function Answer({ of: { status, way } }: { of: Requirement }) {
  const t = useAuditWords();
  return status === null ? (
    <Badge color="gray" variant="default" style={{ flexShrink: 0 }}>
      {t(`audit.way.${way}`)}
    </Badge>
  ) : (
    <Badge color={colors[status]} variant="light" style={{ flexShrink: 0 }}>
      {t(`audit.status.${status}`)}
    </Badge>
  );
}

export const fits = (r: Requirement, words: string) =>
  [r.requirement, r.title, r.text, r.process].some((part) => part?.toLowerCase().includes(words) === true);

export function Requirements({ items }: { items: readonly Requirement[] }) {
  const t = useAuditWords();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const shown = items.filter((r) => fits(r, wanted));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">{t('audit.requirements_hint')}</Text>
        <TextInput w={240} aria-label={t('audit.find')} placeholder={t('audit.find')} value={typed} onChange={(e) => setTyped(e.currentTarget.value)} />
      </Group>
      {shown.length === 0 && <Empty title={t('audit.no_requirements')} />}
      {[...Map.groupBy(shown, (r) => r.clause)].map(([clause, rows]) => (
        <Paper key={clause} p="sm" component="section" aria-label={clause}>
          <Stack gap={8}>
            {rows.map((r) => (
              <Group key={r.requirement} gap={10} wrap="nowrap" align="flex-start">
                <Text size="sm" w={64} c="dimmed" style={{ flexShrink: 0 }}>{r.requirement}</Text>
                <div style={{ flex: 1, minWidth: 0 }}>
                  <Anchor size="sm" fw={550} renderRoot={(p) => <Link {...p} to={`/readiness/${r.requirement}`} />}>{r.title}</Anchor>
                  <Text size="sm" c="dimmed" lineClamp={2}>{r.text}</Text>
                  {r.way === 'live' && r.n > 0 && (
                    <Text size="xs" c="dimmed">
                      {t('audit.records_of', { n: format.number(r.n) })}{r.faults > 0 && ` · ${t('audit.faults_of', { n: format.number(r.faults) })}`}
                    </Text>
                  )}
                </div>
                <Answer of={r} />
              </Group>
            ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
} // prettier-ignore

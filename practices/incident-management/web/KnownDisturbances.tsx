import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { celebrate } from '../../../platform/ui/problems.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useMajorWords } from './major.web.ts';
import { useAnnouncements, useReportTo } from './mass.web.ts';

const carried = ['title', 'symptom', 'requesterId', 'channel'] as const;

/** What is known to be broken, while somebody reports: that of the chosen service first, and alone once one is chosen. */
export function KnownDisturbances({ values }: { values: FormValues }) {
  const t = useMajorWords();
  const format = useFormat();
  const navigate = useNavigate();
  const report = useReportTo();
  const all = useAnnouncements().data?.items ?? [];
  const service = values['serviceId'];
  const items = all.filter(
    (a) => typeof service !== 'string' || a.serviceId === null || a.serviceId === service,
  );
  if (items.length === 0) return null;
  const told = Object.fromEntries(
    carried.flatMap((key) => {
      const value = values[key];
      return typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()]] : [];
    }),
  );
  return (
    <Stack gap="sm" component="section" aria-label={t('mass.known')} aria-live="polite" mb="sm">
      {items.map((item) => (
        <Alert
          key={item.number}
          color="orange"
          p="sm"
          icon={<IconSpeakerphone size={18} aria-hidden />}
          title={`${t('mass.known')}${item.service ? ` · ${item.service.title}` : ''}`}
        >
          <Text size="sm">{item.text}</Text>
          <Text size="xs" c="dimmed" mb={8}>
            {item.number} · {t('mass.announced_ago', { ago: format.ago(item.since) })} ·{' '}
            {t('mass.known_hint')}
          </Text>
          <Group>
            <Button
              color="orange"
              variant="filled"
              loading={report.isPending && report.variables.number === item.number}
              onClick={() =>
                report.mutate(
                  { number: item.number, report: told },
                  {
                    onSuccess: ({ number }) => {
                      celebrate(`${number} → ${item.number}`);
                      void navigate({ to: paths.record('incidents', number) });
                    },
                  },
                )
              }
            >
              {t('mass.link_report')}
            </Button>
          </Group>
        </Alert>
      ))}
    </Stack>
  );
}

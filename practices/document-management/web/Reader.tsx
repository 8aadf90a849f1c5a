import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMeta } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { readingPath, readQuery, useT, type Read } from './document.web.ts';
import styles from './document.module.css';
import { outlineOf } from './editor/outline.ts';
import { LivingText } from './LivingText.tsx';

/** One document in force, for whoever reads it, with what is asked of them. */
export default function Reader() {
  const { number = '' } = useParams({ strict: false });
  const own = useLanguage();
  const [chosen, setChosen] = useState<'en' | 'zh-CN'>();
  const found = useQuery(readQuery(number, chosen ?? own));
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  return <Shown reading={found.data} choose={setChosen} />;
}

function Shown({ reading, choose }: { reading: Read; choose: (language: 'en' | 'zh-CN') => void }) {
  const t = useT();
  const format = useFormat();
  const seesRecord = useMeta().types.some((type) => type.type === 'document' && type.visible === true);
  useEffect(() => {
    document.title = `${reading.code} ${reading.title} · Servanda`;
  }, [reading.code, reading.title]);
  const outline = outlineOf(reading.text);
  const both = reading.titleEn !== null && reading.titleZh !== null;
  const isTranslation = both && (reading.language === 'en') !== (reading.authoritative === 'en');
  return (
    <Stack p="md" gap="sm" maw={1250}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={readingPath()} />}>
            {t('menu.reading')}
          </Anchor>
          <Title order={1} size="h2" lang={reading.language}>
            {reading.title}
          </Title>
          <Group gap={8} mt={4}>
            <span className={styles['code']}>{reading.code}</span>
            <Badge variant="light">{t('document_page.version', { version: reading.version })}</Badge>
            <Text size="xs" c="dimmed">
              {t('document_page.version_since', { date: format.day(reading.effectiveOn) })}
            </Text>
          </Group>
        </div>
        <Group gap={6}>
          {both && (
            <Segments
              label={t('document_page.text')}
              value={reading.language}
              choices={[
                { value: 'en', label: t('document_page.in_english') },
                { value: 'zh-CN', label: t('document_page.in_chinese') },
              ]}
              onChange={choose}
            />
          )}
          {seesRecord && (
            <Button
              variant="default"
              renderRoot={(p) => <Link {...p} to={paths.record('documents', reading.number)} />}
            >
              {t('document_page.to_record')}
            </Button>
          )}
        </Group>
      </Group>
      {reading.state === 'obsolete' && (
        <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('document_page.obsolete_warning')}
        </Alert>
      )}
      {isTranslation && (
        <Text size="xs" c="dimmed">
          {t('document_page.translation', {
            language: t(reading.authoritative === 'en' ? 'document_page.in_english' : 'document_page.in_chinese'),
          })}
        </Text>
      )}
      <div className={styles['page']}>
        <Paper p="xl">
          <LivingText reading={reading} anchors="h" />
        </Paper>
        <aside className={styles['outline']} aria-label={t('document_page.outline')}>
          {outline.map(({ text, level, line }, i) => (
            <a key={line} href={`#h-${i}`} style={{ paddingLeft: (level - 1) * 12 }}>
              {text}
            </a>
          ))}
          <Facts reading={reading} />
        </aside>
      </div>
      <Acknowledge reading={reading} />
    </Stack>
  );
} // prettier-ignore

function Facts({ reading }: { reading: Read }) {
  const t = useT();
  const format = useFormat();
  const facts = [
    t('document_page.approved_by', {
      people: reading.approvers.join(', '),
      date: format.date(reading.approvedAt),
    }),
    reading.owner === null ? '' : t('document_page.owner', { name: reading.owner }),
    reading.reviewDueOn === null
      ? ''
      : t('document_page.review_due', { date: format.day(reading.reviewDueOn) }),
    reading.source === null
      ? ''
      : t('document_page.source', { source: reading.source, edition: reading.sourceEdition ?? '–' }),
  ].filter((fact) => fact !== '');
  return (
    <Stack gap={4} mt="md">
      {facts.map((fact) => (
        <Text key={fact} size="xs" c="dimmed">
          {fact}
        </Text>
      ))}
    </Stack>
  );
}

function Acknowledge({ reading }: { reading: Read }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const complain = useComplain();
  const { version } = reading;
  const said = useMutation({
    mutationFn: () => api.post(`/reading/${encodeURIComponent(reading.number)}/acknowledgement`, { version }),
    onSuccess: async () => {
      celebrate(t('document_page.acknowledge_thanks'));
      await client.invalidateQueries({ queryKey: keys.type('document') });
    },
    onError: complain,
  });
  if (!reading.mustAcknowledge || reading.state === 'obsolete') return null;
  return (
    <Paper p="md" style={{ position: 'sticky', bottom: 12 }} withBorder>
      <Group justify="space-between">
        {reading.acknowledgedAt === null ? (
          <>
            <Text>{t('document_page.acknowledge_asked', { version })}</Text>
            <Button loading={said.isPending} onClick={() => said.mutate()}>
              {t('document_page.acknowledge', { version })}
            </Button>
          </>
        ) : (
          <Group gap={8}>
            <IconCircleCheck size={20} color="var(--mantine-color-teal-6)" aria-hidden />
            <Text size="sm">
              {t('document_page.acknowledged', { date: format.date(reading.acknowledgedAt) })}
            </Text>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

import { Alert, Button, Chip, Group, Paper, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useMajorWords, useTransition } from './major.web.ts';

const audiences = ['management', 'affected', 'public', 'technical'] as const;

/** The box that everybody waits for: what is told, in which languages, to whom. A draft outlives a reload. */
export function MajorUpdate({ number }: { number: string }) {
  const t = useMajorWords();
  const labels = useLabels();
  const problem = useProblemWords();
  const draft = (language: string) => ({
    key: `servanda.update.${number}.${language}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const [en, setEn, clearEn] = useLocalStorage(draft('en'));
  const [zh, setZh, clearZh] = useLocalStorage(draft('zh'));
  const [to, setTo] = useState<string[]>(['management', 'technical']);
  const post = useTransition('major-incidents', 'major-incident', number, 'post_update');
  const texts = {
    ...(en.trim() === '' ? {} : { en: en.trim() }),
    ...(zh.trim() === '' ? {} : { 'zh-CN': zh.trim() }),
  };
  const ready = to.length > 0 && Object.keys(texts).length > 0;
  const submit = () => {
    if (!ready || post.isPending) return;
    post.mutate(
      { audiences: to, texts },
      {
        onSuccess: () => {
          clearEn();
          clearZh();
          celebrate(t('major_incident.action.post_update'));
        },
      },
    );
  };
  const faults = fieldErrors(post.error, ['texts', 'audiences']);
  const fault =
    faults.byField['texts'] ??
    faults.byField['audiences'] ??
    (post.isError ? problem(post.error) : undefined);
  const box = (label: string, language: string, text: string, change: (text: string) => void) => (
    <Textarea
      label={label}
      lang={language}
      autosize
      minRows={3}
      maxRows={10}
      value={text}
      onChange={(e) => change(e.currentTarget.value)}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) submit();
      }}
    />
  );
  return (
    <Paper p="md" component="section" aria-label={t('major.post_update')}>
      <Title order={2} size="h5">
        {t('major.post_update')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('major.update_hint')}
      </Text>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
          {box(t('major.english'), 'en', en, setEn)}
          {box(t('major.chinese'), 'zh-CN', zh, setZh)}
        </SimpleGrid>
        {fault !== undefined && (
          <Alert color="red" role="alert" p="xs">
            {fault}
          </Alert>
        )}
        <Group justify="space-between" align="flex-end">
          <Chip.Group multiple value={to} onChange={setTo}>
            <Group gap={6} role="group" aria-label={t('major.to_whom')}>
              {audiences.map((audience) => (
                <Chip key={audience} value={audience} size="xs">
                  {labels.option('major-incident', 'audience', audience)}
                </Chip>
              ))}
              <Text size="xs" c="dimmed">
                {[
                  ...(to.includes('affected') ? [t('major.affected_hint')] : []),
                  ...(to.includes('public') ? [t('major.public_hint')] : []),
                ].join(' · ')}
              </Text>
            </Group>
          </Chip.Group>
          <Button size="sm" onClick={submit} disabled={!ready} loading={post.isPending}>
            {t('major_incident.action.post_update')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

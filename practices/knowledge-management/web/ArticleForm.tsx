import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Tabs,
  TextInput,
  Title,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { value as valueOf, type Whole } from '../../../kernel/web/contract.ts';
import { FieldInput } from '../../../kernel/web/field/FieldInput.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMe, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { useDraft } from '../../../platform/ui/draft.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useT } from './knowledge.web.ts';
import { MarkdownEditor } from './MarkdownEditor.tsx';
import { useSaveArticle } from './useSaveArticle.ts';

const about = [
  'kind',
  'audience',
  'audienceOrganisationIds',
  'audienceTeamIds',
  'serviceIds',
  'categoryIds',
  'ciIds',
  'tags',
  'ownerId',
  'changeNote',
];
const texts = ['titleEn', 'summaryEn', 'bodyEn', 'titleZh', 'summaryZh', 'bodyZh'];
const sides = ['En', 'Zh'] as const;

/** Who reads it is asked only where it has names. */
const asks = (key: string, values: FormValues, revises: boolean) =>
  key === 'audienceOrganisationIds'
    ? values['audience'] === 'organisations'
    : key === 'audienceTeamIds'
      ? values['audience'] === 'teams'
      : key === 'changeNote'
        ? revises
        : true;

export function ArticleForm({ record }: { record: Whole | undefined }) {
  const t = useT();
  const meta = useMetaType('article');
  const labels = useLabels();
  const me = useMe();
  const words = useProblemWords();
  const language = useLanguage();
  const before = useMemo<FormValues>(
    () =>
      record
        ? Object.fromEntries([...about, ...texts].map((key) => [key, valueOf(record, key) ?? null]))
        : { kind: 'how_to', audience: 'agents', ownerId: null },
    [record],
  );
  const draft = useDraft<FormValues>(`article.${record ? `${record.number}.${record.version}` : 'new'}`, before);
  const values = draft.value;
  const has = (key: string) => typeof before[key] === 'string';
  const [side, setSide] = useState<string | null>(
    (language === 'zh-CN' || has('titleZh')) && !(has('titleEn') && !has('titleZh')) && !(language === 'en' && has('titleEn')) ? 'Zh' : 'En',
  );
  const save = useSaveArticle(record, before, draft.clear);
  const { byField, rest } = fieldErrors(save.error, [...about, ...texts]);
  const general = save.error && Object.keys(byField).length === 0 ? (rest[0] ?? words(save.error)) : undefined;
  const set = (key: string, value: unknown) => draft.set((all) => ({ ...all, [key]: value }));
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '');
  const title = record ? t('knowledge.editor_of', { number: record.number }) : t('knowledge.editor_new');
  useEffect(() => {
    document.title = `${title} · Servanda`;
  }, [title]);
  const revises = record !== undefined && valueOf(record, 'publishedVersion') !== null;
  const send = (submit: boolean) => save.mutate({ values, submit });
  return (
    <Stack gap="sm" p="md" maw={1400}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={record ? paths.record('articles', record.number) : paths.queue('articles')} />}>
            {record ? record.title : labels.plural('article')}
          </Anchor>
          <Title order={1} size="h3">
            {title}
          </Title>
        </div>
        <Group gap={6}>
          <Button variant="default" loading={save.isPending} onClick={() => send(false)}>
            {t('knowledge.save')}
          </Button>
          <Button loading={save.isPending} onClick={() => send(true)}>
            {t('knowledge.save_and_submit')}
          </Button>
        </Group>
      </Group>
      {draft.restoredFrom !== undefined && (
        <Alert color="blue" py={6} role="status">
          <Group justify="space-between">
            {t('knowledge.restored')}
            <Button size="compact-xs" variant="subtle" onClick={draft.discard}>
              {t('knowledge.discard_draft')}
            </Button>
          </Group>
        </Alert>
      )}
      {general !== undefined && (
        <Alert color="red" role="alert">
          {general}
        </Alert>
      )}
      <Paper p="md">
        <Tabs value={side} onChange={setSide} keepMounted={false}>
          <Tabs.List mb="md">
            {sides.map((one) => (
              <Tabs.Tab key={one} value={one} rightSection={text(`body${one}`) === '' ? <Badge size="xs" color="gray">{t('knowledge.missing')}</Badge> : undefined}>
                {t(one === 'En' ? 'knowledge.in_english' : 'knowledge.in_chinese')}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {sides.map((one) => (
            <Tabs.Panel key={one} value={one}>
              <Stack gap="sm">
                {(['title', 'summary'] as const).map((part) => (
                  <TextInput
                    key={part}
                    label={labels.field('article', `${part}${one}`)}
                    description={labels.hint('article', `${part}En`)}
                    lang={one === 'En' ? 'en' : 'zh-CN'}
                    maxLength={part === 'title' ? 200 : 500}
                    value={text(`${part}${one}`)}
                    error={byField[`${part}${one}`]}
                    onChange={(e) => set(`${part}${one}`, e.currentTarget.value)}
                  />
                ))}
                <MarkdownEditor
                  label={labels.field('article', `body${one}`)}
                  lang={one === 'En' ? 'en' : 'zh-CN'}
                  value={text(`body${one}`)}
                  error={byField[`body${one}`]}
                  number={record?.number}
                  onChange={(next) => set(`body${one}`, next)}
                />
              </Stack>
            </Tabs.Panel>
          ))}
        </Tabs>
      </Paper>
      <Paper p="md" component="section" aria-label={t('knowledge.for_whom')}>
        <Title order={2} size="h5" mb="sm">
          {t('knowledge.for_whom')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="sm">
          {about.filter((key) => asks(key, values, revises)).map((key) => {
            const field = meta.fields.find((f) => f.key === key);
            return field && (
              <FieldInput
                key={key}
                type="article"
                field={field}
                value={values[key] ?? null}
                onChange={(next) => set(key, next)}
                label={labels.field('article', key)}
                description={labels.hint('article', key) || undefined}
                error={byField[key]}
                required={key === 'kind' || key === 'audience'}
                refs={{ ...record?.refs, [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
              />
            );
          })}
        </SimpleGrid>
      </Paper>
    </Stack>
  );
} // prettier-ignore

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
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMe, useMetaType } from '../../../kernel/web/queries.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useDraft } from '../../../platform/ui/draft.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { CodeInput } from './CodeInput.tsx';
import { useGuidance, useT } from './document.web.ts';
import { MarkdownEditor } from './editor/MarkdownEditor.tsx';
import { asked, asks, partNames, parts, required, sidesOf, type Part } from './form-parts.ts';
import { overrides } from './overrides.tsx';
import { useSaveDocument } from './useSaveDocument.ts';

const fresh = {
  languages: 'both', authoritative: 'en', obligation: 'expected', confidentiality: 'internal', audience: 'staff', mustRead: 'nobody',
  origin: 'internal', revision: 'major',
}; // prettier-ignore

export function DocumentForm({ record }: { record: Whole | undefined }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const language = useLanguage();
  const before = useMemo<FormValues>(
    () => (record ? Object.fromEntries(asked.map((key) => [key, valueOf(record, key) ?? null])) : fresh),
    [record],
  );
  const draft = useDraft<FormValues>(`document.${record ? `${record.number}.${record.version}` : 'new'}`, before);
  const values = draft.value;
  const guidance = useGuidance(values);
  const [chosen, setChosen] = useState<string | null>(language === 'zh-CN' ? 'Zh' : 'En');
  const sides = sidesOf(values);
  const side = sides.find((one) => one === chosen) ?? sides[0] ?? 'En';
  const save = useSaveDocument(record, before, draft.clear);
  const { byField, rest } = fieldErrors(save.error, asked);
  const general = save.error && Object.keys(byField).length === 0 ? (rest[0] ?? words(save.error)) : undefined;
  const set = (key: string, value: unknown) => draft.set((all) => ({ ...all, [key]: value }));
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '');
  const title = record ? t('document_page.editor_of', { number: record.number }) : t('document_page.editor_new');
  useEffect(() => {
    document.title = `${title} · Servanda`;
  }, [title]);
  const revises = record !== undefined && valueOf(record, 'approvedVersion') !== null;
  const send = (submit: boolean) => save.mutate({ values, submit });
  const shownParts = partNames.filter((part) => part !== 'external' || values['origin'] === 'external');
  const locked = record?.can['edit']?.ok === false;
  const above: Part[] = record ? [] : ['identity'];
  return (
    <Stack gap="sm" p="md" maw={1700}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={record ? paths.record('documents', record.number) : paths.queue('documents')} />}>
            {record ? `${text('code')} ${record.title}` : labels.plural('document')}
          </Anchor>
          <Title order={1} size="h3">
            {title}
          </Title>
        </div>
        <Group gap={6}>
          <Button variant="default" disabled={locked} loading={save.isPending} onClick={() => send(false)}>
            {t('document_page.save')}
          </Button>
          <Button disabled={locked} loading={save.isPending} onClick={() => send(true)}>
            {t('document_page.save_and_submit')}
          </Button>
        </Group>
      </Group>
      <Guidance {...guidance} />
      {locked && (
        <Alert color="orange" py={6} role="status">
          {record?.can['edit']?.words}
        </Alert>
      )}
      {draft.restoredFrom !== undefined && (
        <Alert color="blue" py={6} role="status">
          <Group justify="space-between">
            {t('document_page.restored')}
            <Button size="compact-xs" variant="subtle" onClick={draft.discard}>
              {t('document_page.discard_draft')}
            </Button>
          </Group>
        </Alert>
      )}
      {general !== undefined && (
        <Alert color="red" role="alert">
          {general}
        </Alert>
      )}
      {above.map((part) => (
        <FormPart key={part} part={part} record={record} values={values} errors={byField} revises={revises} set={set} />
      ))}
      <Paper p="md">
        <Tabs value={side} onChange={setChosen} keepMounted={false}>
          <Tabs.List mb="sm">
            {sides.map((one) => (
              <Tabs.Tab
                key={one}
                value={one}
                rightSection={
                  text(`body${one}`) === '' ? (
                    <Badge size="xs" color="gray">
                      {t('document_page.missing')}
                    </Badge>
                  ) : sides.length > 1 && values['authoritative'] === (one === 'En' ? 'en' : 'zh') ? (
                    <Badge size="xs" variant="light">
                      {t('document_page.authoritative')}
                    </Badge>
                  ) : undefined
                }
              >
                {t(one === 'En' ? 'document_page.in_english' : 'document_page.in_chinese')}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {sides.map((one) => (
            <Tabs.Panel key={one} value={one}>
              <Stack gap="sm">
                <TextInput
                  label={labels.field('document', `title${one}`)}
                  lang={one === 'En' ? 'en' : 'zh-CN'}
                  maxLength={200}
                  value={text(`title${one}`)}
                  error={byField[`title${one}`]}
                  onChange={(e) => set(`title${one}`, e.currentTarget.value)}
                />
                <MarkdownEditor
                  label={labels.field('document', `body${one}`)}
                  language={one === 'En' ? 'en' : 'zh-CN'}
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
      {shownParts.filter((part) => !above.includes(part)).map((part) => (
        <FormPart key={part} part={part} record={record} values={values} errors={byField} revises={revises} set={set} />
      ))}
    </Stack>
  );
} // prettier-ignore

function FormPart(props: {
  readonly part: Part;
  readonly record: Whole | undefined;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly revises: boolean;
  readonly set: (key: string, value: unknown) => void;
}) {
  const { part, record, values, errors, revises, set } = props;
  const t = useT();
  const meta = useMetaType('document');
  const labels = useLabels();
  const me = useMe();
  const name = t(`document_page.part.${part}`);
  return (
    <Paper p="md" component="section" aria-label={name}>
      <Title order={2} size="h5" mb="sm">
        {name}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="sm">
        {part === 'identity' && (
          <CodeInput values={values} error={errors['code']} fixed={revises} onChange={(code) => set('code', code)} />
        )}
        {parts[part].filter((key) => asks(key, values, revises)).map((key) => {
          const field = meta.fields.find((f) => f.key === key);
          return field && (
            <FieldInput
              key={key}
              type="document"
              field={field}
              value={values[key] ?? null}
              onChange={(next) => set(key, next)}
              label={labels.field('document', key)}
              description={labels.hint('document', key) || undefined}
              error={errors[key]}
              required={required.includes(key)}
              overrides={overrides}
              refs={{ ...record?.refs, [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
            />
          );
        })}
      </SimpleGrid>
    </Paper>
  );
} // prettier-ignore

import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Paper,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { value as valueOf } from '../../../kernel/web/contract.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { TemplateAnswers, TemplateItem } from '../change.plans.ts';
import { useModel } from './change.web.ts';
import { useT } from './useT.ts';

const asAnswers = (value: unknown): TemplateAnswers =>
  typeof value === 'object' && value !== null ? (value as TemplateAnswers) : {};
const asItems = (value: unknown): readonly TemplateItem[] =>
  Array.isArray(value) ? (value as TemplateItem[]) : [];

/** What the chosen template asks for; nothing where there is none. */
export function useItems(modelId: unknown): readonly TemplateItem[] {
  const id = typeof modelId === 'string' ? modelId : undefined;
  const named = useNamed(['change-model'], id === undefined ? [] : [id], {});
  return asItems(useModel(id === undefined ? undefined : named[id]?.number).data?.items);
}

/** The points that a template does not let anybody forget. */
export function TemplateInput({ value, onChange, label, error, values }: InputProps) {
  const language = useLanguage();
  const items = useItems(values?.['modelId']);
  const answers = asAnswers(value);
  if (items.length === 0) return null;
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      {error !== undefined && error !== null && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      {items.map(({ key, title, hint, required }) => (
        <Textarea
          key={key}
          minRows={2}
          label={title[language]}
          description={hint?.[language]}
          required={required}
          value={answers[key] ?? ''}
          onChange={(e) => onChange({ ...answers, [key]: e.currentTarget.value })}
        />
      ))}
    </Stack>
  );
}

export function TemplateValue({ value, record }: ValueProps) {
  const t = useT();
  const language = useLanguage();
  const items = useItems(record ? valueOf(record, 'modelId') : null);
  const answers = asAnswers(value);
  // In a history the template is not at hand: what was answered is.
  if (items.length === 0) return <Text size="sm">{Object.values(answers).join(' · ')}</Text>;
  return (
    <Stack gap={8}>
      {items.map(({ key, title }) => (
        <div key={key}>
          <Group gap={8}>
            <Text size="xs" c="dimmed">
              {title[language]}
            </Text>
            {(answers[key] ?? '') === '' && <Badge size="sm" color="orange">{t('change_page.template_open')}</Badge>}
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {answers[key] ?? ''}
          </Text>
        </div>
      ))}
    </Stack>
  );
} // prettier-ignore

/** The points of a template, in both languages. */
export function ItemsInput({ value, onChange, label, error }: InputProps) {
  const t = useT();
  const items = asItems(value);
  const put = (at: number, next: Partial<TemplateItem>) => onChange(items.map((item, i) => (i === at ? { ...item, ...next } : item)));
  return (
    <Stack gap={8} role="group" aria-label={label}>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
      {items.map((item, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a point is its place
        <Paper key={at} p="xs" bg="var(--mantine-color-body)">
          <Group gap={8} align="flex-end">
            <TextInput flex="1 1 200px" label={t('change_item.en')} value={item.title.en} onChange={(e) => put(at, { title: { ...item.title, en: e.currentTarget.value } })} />
            <TextInput flex="1 1 200px" label={t('change_item.zh')} value={item.title['zh-CN']} onChange={(e) => put(at, { title: { ...item.title, 'zh-CN': e.currentTarget.value } })} />
            <Switch mb={6} label={t('change_item.required')} checked={item.required} onChange={(e) => put(at, { required: e.currentTarget.checked })} />
            <ActionIcon mb={4} aria-label={`${t('change_page.remove')}: ${item.title.en}`} onClick={() => onChange(items.filter((_, i) => i !== at))}><IconTrash size={15} aria-hidden /></ActionIcon>
          </Group>
        </Paper>
      ))}
      <Button variant="default" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...items, { key: `point_${Date.now().toString(36)}`, title: { en: '', 'zh-CN': '' }, required: true }])}>
        {t('change_item.add')}
      </Button>
    </Stack>
  );
} // prettier-ignore

export function ItemsValue({ value }: ValueProps) {
  const language = useLanguage();
  return (
    <Stack gap={2} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {asItems(value).map(({ key, title }, at) => (
        <Text key={key} component="li" size="sm">
          {at + 1}. {title[language]}
        </Text>
      ))}
    </Stack>
  );
}

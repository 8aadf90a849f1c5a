import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  Select,
  Stack,
  Table,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { AllowedRelation, Attribute } from '../class.fields.ts';
import { relationKindNames } from '../relation.kinds.ts';
import { useClasses, useConfigurationWords, useItemWords } from './configuration.web.ts';

const attributesIn = (value: unknown) => (Array.isArray(value) ? (value as readonly Attribute[]) : []);
const relationsIn = (value: unknown) => (Array.isArray(value) ? (value as readonly AllowedRelation[]) : []);
const kinds = ['text', 'integer', 'number', 'yes_no', 'date', 'choice'] as const;
const blank: Attribute = { key: '', label: { en: '', 'zh-CN': '' }, kind: 'text' };

function Frame({ label, description, error, children }: { readonly label: ReactNode; readonly description?: ReactNode; readonly error?: ReactNode; readonly children: ReactNode }) {
  return (
    <Stack gap={6} role="group">
      <Text size="sm" fw={500}>{label}</Text>
      {description && <Text size="xs" c="dimmed">{description}</Text>}
      {children}
      {error !== undefined && error !== null && <Text size="xs" c="red" role="alert">{error}</Text>}
    </Stack>
  );
} // prettier-ignore

/** What is kept of each item of the class. The key and kind of one that is saved stay, because values were written by them. */
function AttributesInput({ value, onChange, label, description, error, values }: InputProps) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const attributes = attributesIn(value);
  const saved = values?.['id'] === undefined ? [] : attributesIn(values['attributes']).map((a) => a.key);
  const change = (at: number, patch: Partial<Attribute>) => onChange(attributes.map((a, i) => (i === at ? { ...a, ...patch } : a)));
  return (
    <Frame label={label} description={description} error={error}>
      {attributes.map((attribute, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a new attribute has no key yet
        <Group key={at} gap={6} align="flex-end" wrap="wrap">
          <TextInput size="xs" w={130} label={at === 0 ? item('ci_class.field.key') : undefined} aria-label={`${item('ci_class.field.key')} ${at + 1}`} disabled={saved.includes(attribute.key) && at < saved.length}
            value={attribute.key} onChange={(e) => change(at, { key: e.currentTarget.value })} />
          {(['en', 'zh-CN'] as const).map((language) => (
            <TextInput key={language} size="xs" w={140} label={at === 0 ? t(language === 'en' ? 'configuration.label_en' : 'configuration.label_zh') : undefined}
              aria-label={`${t(language === 'en' ? 'configuration.label_en' : 'configuration.label_zh')} ${at + 1}`}
              value={attribute.label[language]} onChange={(e) => change(at, { label: { ...attribute.label, [language]: e.currentTarget.value } })} />
          ))}
          <Select size="xs" w={120} allowDeselect={false} label={at === 0 ? t('configuration.kind_of') : undefined} aria-label={`${t('configuration.kind_of')} ${at + 1}`} disabled={saved.includes(attribute.key) && at < saved.length}
            data={kinds.map((kind) => ({ value: kind, label: item(`ci_class.attribute_kind.${kind}`) }))}
            value={attribute.kind} onChange={(kind) => change(at, { kind: (kind ?? 'text') })} />
          {attribute.kind === 'choice' && (
            <TagsInput size="xs" w={220} placeholder={t('configuration.options')} aria-label={t('configuration.options')} value={attribute.options ?? []} onChange={(options) => change(at, { options })} />
          )}
          <Checkbox size="xs" pb={6} label={t('configuration.required')} checked={attribute.required === true} onChange={(e) => change(at, { required: e.currentTarget.checked })} />
          <ActionIcon size="sm" mb={4} variant="subtle" color="gray" aria-label={`${t('configuration.remove')} ${at + 1}`} onClick={() => onChange(attributes.filter((_, i) => i !== at))}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} aria-hidden />} onClick={() => onChange([...attributes, blank])}>
          {t('configuration.add_attribute')}
        </Button>
      </div>
    </Frame>
  );
} // prettier-ignore

function AttributesValue({ value }: ValueProps) {
  const language = useLanguage();
  const item = useItemWords();
  const attributes = attributesIn(value);
  if (attributes.length === 0) return <Text size="sm" c="dimmed">–</Text>;
  return (
    <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={0} w="auto">
      <Table.Tbody>
        {attributes.map(({ key, label, kind, required, options }) => (
          <Table.Tr key={key}>
            <Table.Td pr="lg">{label[language]}{required === true ? ' *' : ''}</Table.Td>
            <Table.Td pr="lg" c="dimmed">{item(`ci_class.attribute_kind.${kind}`)}{options ? `: ${options.join(', ')}` : ''}</Table.Td>
            <Table.Td c="dimmed"><code>{key}</code></Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
} // prettier-ignore

function RelationsInput({ value, onChange, label, description, error }: InputProps) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const { classes, nameOf } = useClasses();
  const relations = relationsIn(value);
  const set = (next: readonly AllowedRelation[]) => onChange(next.length === 0 ? null : next);
  const free = relationKindNames.filter((kind) => !relations.some((r) => r.kind === kind));
  const first = free[0];
  return (
    <Frame label={label} description={description} error={error}>
      {relations.map((relation, at) => (
        <Group key={relation.kind} gap={6} wrap="nowrap" align="flex-start">
          <Select size="xs" w={170} allowDeselect={false} aria-label={t('configuration.kind')}
            data={[relation.kind, ...free].map((kind) => ({ value: kind, label: item(`relation_kind.${kind}`) }))}
            value={relation.kind} onChange={(kind) => set(relations.map((r, i) => (i === at ? { ...r, kind: (kind ?? r.kind) } : r)))} />
          <MultiSelect size="xs" flex={1} searchable clearable aria-label={t('configuration.leads_to')} placeholder={relation.to.length === 0 ? t('configuration.any_class') : ''}
            data={classes.map((c) => ({ value: c.key, label: nameOf(c) }))} value={[...relation.to]}
            onChange={(to) => set(relations.map((r, i) => (i === at ? { ...r, to } : r)))} />
          <ActionIcon size="sm" mt={4} variant="subtle" color="gray" aria-label={`${t('configuration.remove')} ${at + 1}`} onClick={() => set(relations.filter((_, i) => i !== at))}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {relations.length === 0 && <Text size="xs" c="dimmed">{t('configuration.inherited')}</Text>}
      {first && (
        <div>
          <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} aria-hidden />} onClick={() => set([...relations, { kind: first, to: [] }])}>
            {t('configuration.add_rule')}
          </Button>
        </div>
      )}
    </Frame>
  );
} // prettier-ignore

function RelationsValue({ value }: ValueProps) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const { keyName } = useClasses();
  const relations = relationsIn(value);
  if (relations.length === 0) return <Text size="sm" c="dimmed">{t('configuration.inherited')}</Text>;
  return (
    <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={0} w="auto">
      <Table.Tbody>
        {relations.map(({ kind, to }) => (
          <Table.Tr key={kind}>
            <Table.Td pr="lg" style={{ whiteSpace: 'nowrap' }}>{item(`relation_kind.${kind}`)}</Table.Td>
            <Table.Td c="dimmed">{to.length === 0 ? t('configuration.any_class') : to.map(keyName).join(', ')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
} // prettier-ignore

function AlsoInput({ value, onChange, label, description, error }: InputProps) {
  return (
    <TagsInput label={label} description={description} error={error} value={Array.isArray(value) ? value.map(String) : []}
      onChange={(next) => onChange(next.length === 0 ? null : next)} />
  );
} // prettier-ignore

function AlsoValue({ value }: ValueProps) {
  return (
    <Group gap={6}>
      {(Array.isArray(value) ? value : []).map((word) => <Badge key={String(word)} variant="light" color="gray" tt="none">{String(word)}</Badge>)}
    </Group>
  );
} // prettier-ignore

export const classOverrides: FieldOverrides = {
  attributes: { Input: AttributesInput, Value: AttributesValue },
  relations: { Input: RelationsInput, Value: RelationsValue },
  alsoCalled: { Input: AlsoInput, Value: AlsoValue },
};

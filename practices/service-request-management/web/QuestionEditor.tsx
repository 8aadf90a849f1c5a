import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useLanguage } from '../../../platform/ui/words.ts';
import {
  initials,
  questionKinds,
  type Bilingual,
  type Option,
  type Question,
  type QuestionKind,
} from '../form.ts';
import { useT } from './useT.ts';

type Props = {
  readonly question: Question;
  /** The questions that it may depend on. */
  readonly before: readonly Question[];
  readonly onChange: (question: Question) => void;
};

const chooses = (kind: QuestionKind) => kind === 'choice' || kind === 'choices';

/** Without what is empty: the form is stored as it is written here. */
const without = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, part]) => part !== undefined)) as Question;

export function QuestionEditor({ question, before, onChange }: Props) {
  const t = useT();
  const set = (part: Partial<Question>) => onChange(without({ ...question, ...part }));
  const { kind } = question;
  const changeKind = (next: QuestionKind) => {
    // What only the old kind could have.
    const { options, min: _min, max: _max, maxLength: _length, pattern: _pattern, initial: _initial, ...rest } = question;
    onChange(without({ ...rest, kind: next, options: chooses(next) ? (options ?? [blankOption(1)]) : undefined }));
  };
  return (
    <Stack gap="xs" mt="xs">
      <Pair label={['form_editor.label_en', 'form_editor.label_zh']} value={question.label} onChange={(label) => set({ label })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <Select label={t('form_editor.kind')} allowDeselect={false} value={kind}
          data={questionKinds.map((value) => ({ value, label: t(`form_editor.kinds.${value}`) }))}
          onChange={(next) => next && changeKind(next)} />
        <TextInput label={t('form_editor.key')} description={t('form_editor.key_hint')} value={question.key}
          onChange={(e) => set({ key: e.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_').slice(0, 40) })} />
      </SimpleGrid>
      <Switch label={t('form_editor.required')} checked={question.required === true} onChange={(e) => set({ required: e.currentTarget.checked })} />
      {chooses(kind) && <Options options={question.options ?? []} onChange={(options) => set({ options })} />}
      <Limits question={question} onChange={set} />
      <Condition question={question} before={before} onChange={(when) => set({ when })} />
      <Pair label={['form_editor.help_en', 'form_editor.help_zh']} value={question.help ?? { en: '', 'zh-CN': '' }}
        onChange={(help) => set({ help: help.en === '' && help['zh-CN'] === '' ? undefined : help })} />
    </Stack>
  );
} // prettier-ignore

function Pair(props: {
  readonly label: readonly ['form_editor.label_en' | 'form_editor.help_en', 'form_editor.label_zh' | 'form_editor.help_zh'];
  readonly value: Bilingual;
  readonly onChange: (value: Bilingual) => void;
}) {
  const { label, value, onChange } = props;
  const t = useT();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      <TextInput label={t(label[0])} value={value.en} onChange={(e) => onChange({ ...value, en: e.currentTarget.value })} />
      <TextInput label={t(label[1])} value={value['zh-CN']} onChange={(e) => onChange({ ...value, 'zh-CN': e.currentTarget.value })} />
    </SimpleGrid>
  );
} // prettier-ignore

const blankOption = (n: number): Option => ({ value: `option_${n}`, label: { en: '', 'zh-CN': '' } });

function Options({ options, onChange }: { options: readonly Option[]; onChange: (options: readonly Option[]) => void }) {
  const t = useT();
  const change = (at: number, part: Partial<Option>) =>
    onChange(options.map((option, i) => (i === at ? { ...option, ...part } : option)));
  return (
    <Stack gap={6} role="group" aria-label={t('form_editor.options')}>
      <Text size="sm" fw={500}>{t('form_editor.options')}</Text>
      {options.map((option, at) => (
        // eslint-disable-next-line react/no-array-index-key -- an option is its place: its value is edited here
        <Group key={at} gap={6} wrap="nowrap">
          <TextInput flex={1} aria-label={`${t('form_editor.option_en')} ${at + 1}`} placeholder={t('form_editor.option_en')} value={option.label.en}
            onChange={(e) => change(at, { label: { ...option.label, en: e.currentTarget.value } })} />
          <TextInput flex={1} aria-label={`${t('form_editor.option_zh')} ${at + 1}`} placeholder={t('form_editor.option_zh')} value={option.label['zh-CN']}
            onChange={(e) => change(at, { label: { ...option.label, 'zh-CN': e.currentTarget.value } })} />
          <TextInput w={92} aria-label={`${t('form_editor.option_value')} ${at + 1}`} placeholder={t('form_editor.option_value')} value={option.value}
            onChange={(e) => change(at, { value: e.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" aria-label={`${t('form_editor.remove')} ${at + 1}`} onClick={() => onChange(options.filter((_, i) => i !== at))}>
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} style={{ alignSelf: 'start' }}
        onClick={() => onChange([...options, blankOption(options.length + 1)])}>
        {t('form_editor.add_option')}
      </Button>
    </Stack>
  );
} // prettier-ignore

function Limits({ question, onChange }: { question: Question; onChange: (part: Partial<Question>) => void }) {
  const t = useT();
  const { kind, min, max, maxLength, pattern, initial } = question;
  const orNone = (next: number | string) => (typeof next === 'number' ? next : undefined);
  if (kind === 'number' || kind === 'date') {
    const days = kind === 'date';
    return (
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <NumberInput label={t(days ? 'form_editor.min_days' : 'form_editor.min')} allowDecimal={!days} value={min ?? ''} onChange={(next) => onChange({ min: orNone(next) })} />
        <NumberInput label={t(days ? 'form_editor.max_days' : 'form_editor.max')} allowDecimal={!days} value={max ?? ''} onChange={(next) => onChange({ max: orNone(next) })} />
      </SimpleGrid>
    );
  }
  if (kind !== 'text' && kind !== 'long') return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
      <NumberInput label={t('form_editor.max_length')} min={1} allowDecimal={false} value={maxLength ?? ''} onChange={(next) => onChange({ maxLength: orNone(next) })} />
      <TextInput label={t('form_editor.pattern')} value={pattern ?? ''} onChange={(e) => onChange({ pattern: e.currentTarget.value || undefined })} />
      <Select label={t('form_editor.initial')} placeholder={t('form_editor.nothing')} clearable value={initial ?? null}
        data={initials.map((value) => ({ value, label: t(`form_editor.initials.${nameOf[value]}`) }))}
        onChange={(next) => onChange({ initial: next ?? undefined })} />
    </SimpleGrid>
  );
} // prettier-ignore

const nameOf = {
  'requester.email': 'requester_email',
  'requester.phone': 'requester_phone',
  'requester.location': 'requester_location',
} as const;

/** Which answers of an earlier question lead to this one. */
function Condition({ question, before, onChange }: { question: Question; before: readonly Question[]; onChange: (when: Question['when']) => void }) {
  const t = useT();
  const language = useLanguage();
  const able = before.filter((q) => chooses(q.kind) || q.kind === 'yes_no');
  if (able.length === 0) return null;
  const { when } = question;
  const earlier = able.find((q) => q.key === when?.question);
  const values =
    earlier?.kind === 'yes_no'
      ? [{ value: 'true', label: t('request_page.yes') }, { value: 'false', label: t('request_page.no') }]
      : (earlier?.options ?? []).map((o) => ({ value: o.value, label: o.label[language] || o.value }));
  const typed = (value: string) => (earlier?.kind === 'yes_no' ? value === 'true' : value);
  const first = (q: Question | undefined) => (q?.kind === 'yes_no' ? true : (q?.options?.[0]?.value ?? ''));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      <Select label={t('form_editor.condition')} placeholder={t('form_editor.always')} clearable value={when?.question ?? null}
        data={able.map((q) => ({ value: q.key, label: q.label[language] || q.key }))}
        onChange={(key) => onChange(key === null ? undefined : { question: key, in: [first(able.find((q) => q.key === key))] })} />
      {when && (
        <MultiSelect label={t('form_editor.condition_in')} data={values} value={when.in.map(String)}
          onChange={(next) => next.length > 0 && onChange({ question: when.question, in: next.map(typed) })} />
      )}
    </SimpleGrid>
  );
} // prettier-ignore

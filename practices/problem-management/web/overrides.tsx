import { Stack, TagsInput, Text, Textarea } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useProblemPageWords } from './problem.web.ts';

type Texts = { readonly en?: string; readonly 'zh-CN'?: string };

function Numbers({ value, onChange, label, description, error, required }: InputProps) {
  const t = useProblemPageWords();
  return (
    <TagsInput
      label={label}
      description={t('pm.link_hint')}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
      splitChars={[',', ' ', '，', '、']}
      error={error}
      required={required ?? false}
      aria-description={typeof description === 'string' ? description : undefined}
      clearable
    />
  );
}

function BothLanguages({ value, onChange, label, description, error, required }: InputProps) {
  const t = useProblemPageWords();
  const texts = (value ?? {}) as Texts;
  const set = (part: Texts) => {
    const next = { ...texts, ...part };
    onChange(!next.en && !next['zh-CN'] ? null : next);
  };
  return (
    <Stack gap={4} component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {label}
        {required ? ' *' : ''}
      </Text>
      {description !== undefined && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      <Textarea
        autosize
        minRows={2}
        aria-label={`${label} · ${t('pm.en')}`}
        placeholder={t('pm.en')}
        value={texts.en ?? ''}
        onChange={(e) => set({ en: e.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={2}
        aria-label={`${label} · ${t('pm.zh')}`}
        placeholder={t('pm.zh')}
        value={texts['zh-CN'] ?? ''}
        onChange={(e) => set({ 'zh-CN': e.currentTarget.value })}
        error={error}
      />
    </Stack>
  );
}

function InMyLanguage({ value }: { value: unknown }) {
  const language = useLanguage();
  return <>{((value ?? {}) as Texts)[language] ?? ''}</>;
}

export const overrides: FieldOverrides = {
  incidents: { Input: Numbers },
  publicText: { Input: BothLanguages, Value: InMyLanguage },
};

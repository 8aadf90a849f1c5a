import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { placeholders } from '../../template/placeholders.ts';
import type { FieldOverrides, InputProps } from '../field/override.ts';
import { recordTypeOverride } from '../custom-field/record-type.tsx';

/** The text with its placeholders at hand: a click puts one where the cursor is. */
function BodyInput({ value, onChange, label, description, error, required = false }: InputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typeof value === 'string' ? value : '';
  const put = (name: string) => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = area.current ?? {};
    onChange(`${text.slice(0, from)}{{${name}}}${text.slice(to)}`);
    area.current?.focus();
  };
  return (
    <Stack gap={4}>
      <Textarea
        ref={area}
        label={label}
        description={description}
        error={error}
        required={required}
        autosize
        minRows={5}
        maxRows={16}
        value={text}
        onChange={(e) => onChange(e.currentTarget.value === '' ? null : e.currentTarget.value)}
      />
      <Group gap={4}>
        {placeholders.map((name) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            fw={450}
            aria-label={`${label}: ${name}`}
            onClick={() => put(name)}
          >
            {name}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

const BodyValue = ({ value }: { value: unknown }) => (
  <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {String(value)}
  </Text>
);

export const overrides: FieldOverrides = {
  recordType: recordTypeOverride,
  bodyEn: { Input: BodyInput, Value: BodyValue },
  bodyZh: { Input: BodyInput, Value: BodyValue },
};

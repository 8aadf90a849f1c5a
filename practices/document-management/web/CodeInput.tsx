import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useT } from './document.web.ts';

/** The code by the scheme: proposed from level, first clause and an abbreviation, and free to be typed. */
export function CodeInput(props: {
  readonly values: FormValues;
  readonly error: string | undefined;
  readonly fixed: boolean;
  readonly onChange: (code: string) => void;
}) {
  const { values, error, fixed, onChange } = props;
  const t = useT();
  const labels = useLabels();
  const complain = useComplain();
  const code = typeof values['code'] === 'string' ? values['code'] : '';
  const [abbreviation, setAbbreviation] = useState(
    /^[A-Z]+-L\d-\d\d-([A-Z]+(?:-[A-Z]+)?)/.exec(code)?.[1] ?? '',
  );
  const level = values['level'];
  const [first] = Array.isArray(values['clauses']) ? values['clauses'] : [];
  const propose = useMutation({
    mutationFn: () =>
      api.get<{ code: string }>(
        `/documents/code${writeQuery({ level: Number(level), clause: typeof first === 'string' ? first : '', abbreviation })}`,
      ),
    onSuccess: (found) => onChange(found.code),
    onError: complain,
  });
  return (
    <Stack gap={4}>
      <TextInput
        label={labels.field('document', 'code')}
        description={labels.hint('document', 'code')}
        required
        disabled={fixed}
        maxLength={60}
        value={code}
        error={error}
        onChange={(e) => onChange(e.currentTarget.value.toUpperCase())}
      />
      {!fixed && (
        <Group gap={6} align="flex-end" wrap="nowrap">
          <TextInput
            aria-label={t('document_page.abbreviation')}
            placeholder={`${t('document_page.abbreviation')}: ${t('document_page.abbreviation_hint')}`}
            value={abbreviation}
            maxLength={9}
            style={{ flex: 1 }}
            onChange={(e) => setAbbreviation(e.currentTarget.value.toUpperCase())}
          />
          <Button
            variant="default"
            loading={propose.isPending}
            disabled={level === null || level === undefined || abbreviation === ''}
            onClick={() => propose.mutate()}
          >
            {t('document_page.propose_code')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

import { Anchor, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { ReferencesPicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { checklistKey, useAuditWords, type Question } from './audit.web.ts';

const results = ['conform', 'finding', 'not_looked'] as const;

/** What was looked at and what it showed, with the records that show it: picked, or drawn as a sample. */
export function AnswerForm({ one, audit, onClose }: { one: Question; audit: Whole; onClose: () => void }) {
  const t = useAuditWords();
  const ui = useT();
  const labels = useLabels();
  const client = useQueryClient();
  const words = useProblemWords();
  const [result, setResult] = useState<string>(one.result ?? 'conform');
  const [evidence, setEvidence] = useState(one.evidence ?? '');
  const [recordIds, setRecords] = useState<string[]>([]);
  const [sampleIds, setSamples] = useState<string[]>([]);
  const answer = useMutation({
    mutationFn: () =>
      api.post(endpoints.transition('audit-questions', one.number, 'answer'), {
        result,
        ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }),
        ...(recordIds.length > 0 ? { recordIds } : {}),
        ...(sampleIds.length > 0 ? { sampleIds } : {}),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: checklistKey(audit.number) });
      await client.invalidateQueries({ queryKey: keys.type('audit-question') });
      onClose();
    },
  });
  const { byField } = fieldErrors(answer.error, ['evidence']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  const of = (field: string) => labels.field('audit-question', field);
  return (
    <form onSubmit={submit} noValidate aria-label={one.requirement ?? one.number}>
      <Stack gap={8} mt={8}>
        <Textarea autosize minRows={3} label={of('evidence')} value={evidence} error={byField['evidence']} onChange={(e) => setEvidence(e.currentTarget.value)} />
        <ReferencesPicker to={[]} label={of('recordIds')} value={recordIds} onChange={(ids) => setRecords(Array.isArray(ids) ? ids.map(String) : [])} />
        <ReferencesPicker to={['audit-sample']} label={of('sampleIds')} value={sampleIds} onChange={(ids) => setSamples(Array.isArray(ids) ? ids.map(String) : [])} />
        <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.create('audit-samples')} target="_blank" />}>{t('audit_page.draw_sample')}</Anchor>
        <SegmentedControl size="xs" value={result} onChange={setResult} data={results.map((key) => ({ value: key, label: t(`audit_question.option.result.${key}`) }))} />
        {answer.isError && Object.keys(byField).length === 0 && <Text size="sm" c="red" role="alert">{words(answer.error)}</Text>}
        <Group gap="xs">
          <Button type="submit" loading={answer.isPending}>{t('audit_question.action.answer')}</Button>
          <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
} // prettier-ignore
